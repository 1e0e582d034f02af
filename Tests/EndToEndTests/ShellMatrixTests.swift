import Foundation
import Sandbox
import Testing

/// Each shell through what people do in it, with the real program and sessions of seconds.
@Suite(.enabled(if: Repository.isBuilt), .serialized, .timeLimit(.minutes(3)))
struct ShellMatrixTests {
  private func served(
    _ shell: UsersShell, sessionSeconds: Int?, _ body: (Dialogue) async throws -> Void
  ) async throws {
    let home = try Home(shell.environment)
    for (file, text) in shell.files { try home.write("home/" + file, text) }
    try home.config(
      workplace(
        """
        [profile prod]
        role_arn = \(FakeAWS.role("Admin"))
        source_profile = base
        region = eu-west-1
        display_name = Production

        """) + storedKeys("dev", more: "display_name = Development"))
    var cloud = FakeAWS.workplace()
    cloud.faults.sessionSeconds = sessionSeconds
    try await Served.serving(cloud) { served in
      let command = ["switchback", "shell", "prod"] + (shell.isLogin ? ["--login"] : [])
      let tmux = try await Tmux(
        home, command, with: ["AWS_ENDPOINT_URL": served.url, "TERM": "xterm-256color"])
      try await body(Dialogue(tmux: tmux, shell: shell))
    }
  }

  @Test(arguments: UsersShell.all)
  func whatPeopleDoInIt(_ shell: UsersShell) async throws {
    try await served(shell, sessionSeconds: nil) { dialogue in
      try await dialogue.waits("Production  USER>")
      #expect(try await dialogue.echo(shell.status, after: "false") == "1")
      #expect(try await dialogue.echo("$LOGIN") == (shell.isLogin ? "yes" : ""))
      try await dialogue.type("echo remember-me")
      try await dialogue.stopAndGoOn()
      try await dialogue.switchInPlace()
      try await dialogue.nest()
      try await dialogue.tmux.keys("exit 7<enter>")
      #expect(try await dialogue.tmux.status() == 7)
      #expect(try dialogue.tmux.damage() == [])
      guard let history = shell.history else { return }
      #expect(try dialogue.tmux.home.read("home/" + history).contains("remember-me"))
    }
  }

  @Test(arguments: UsersShell.all)
  func aSessionOfSecondsIsRenewedInIt(_ shell: UsersShell) async throws {
    try await served(shell, sessionSeconds: 5) { dialogue in
      try await dialogue.waits("Production 1m  USER>")
      let before = try await dialogue.echo("$AWS_ACCESS_KEY_ID")
      #expect(before.hasPrefix("ASIA"))
      var now = before
      while now == before {
        if shell.isPosix { try await dialogue.type("switchback renew") }
        now = try await dialogue.echo("$AWS_ACCESS_KEY_ID")
      }
      #expect(now.hasPrefix("ASIA"))
      try await dialogue.tmux.keys("exit<enter>")
      #expect(try await dialogue.tmux.status() == 0)
    }
  }

  @Test(arguments: UsersShell.all)
  func aSignalThatEndsItIsItsStatus(_ shell: UsersShell) async throws {
    try await served(shell, sessionSeconds: nil) { dialogue in
      try await dialogue.waits("Production  USER>")
      try await dialogue.tmux.keys("kill -KILL \(shell.pid)<enter>")
      #expect(try await dialogue.tmux.status() == 137)
      #expect(try dialogue.tmux.damage() == [])
      let home = dialogue.tmux.home
      #expect(home.names(in: "runtime").filter { $0.hasPrefix("switchback-") } == [])
    }
  }
}

/// What is typed into a shell, and what it says to that.
private struct Dialogue {
  let tmux: Tmux
  let shell: UsersShell

  func waits(_ text: String) async throws {
    try await tmux.waits(for: text)
  }

  /// Types a command on an empty screen, and waits for the next prompt.
  func type(_ command: String, until prompt: String = "USER>") async throws {
    try await tmux.keys("clear<enter>")
    try await tmux.waits("an empty screen") {
      $0.ranges(of: "USER>").count == 1 && $0.hasSuffix(blank($0))
    }
    try await tmux.keys(command.replacing("<", with: "<lt>") + "<enter>")
    try await tmux.waits("the prompt after \(command)") {
      $0.ranges(of: "USER>").count == 2 && $0.contains(prompt)
    }
  }

  /// What a word of the shell is.
  func echo(_ word: String, after command: String = "true") async throws -> String {
    try await type("\(command); echo \"=\(word)=\"")
    let lines = try await tmux.screen().split(separator: "\n")
    let answer = lines.first { $0.hasPrefix("=") } ?? ""
    return answer.trimmingCharacters(in: CharacterSet(charactersIn: "= "))
  }

  func stopAndGoOn() async throws {
    try await tmux.keys("clear<enter>sleep 30<enter>")
    try await waits("sleep 30")
    try await tmux.keys("<ctrl-z>")
    try await tmux.waits("a stopped job") { $0.ranges(of: "USER>").count > 1 }
    try await type("jobs")
    try await waits("sleep 30")
    try await tmux.keys("fg<enter>")
    try await tmux.waits("fg") { $0.ranges(of: "sleep 30").count > 1 }
    try await tmux.keys("<ctrl-c>")
    try await type("true")
  }

  func switchInPlace() async throws {
    try await tmux.keys("clear<enter>switchback dev<enter>")
    try await tmux.waits("the prompt of dev") { $0.contains("Development  USER>") }
    #expect(try await echo("$SWITCHBACK_ENTRY $SWITCHBACK_DEPTH") == "dev 1")
    #expect(try await echo("$AWS_SESSION_TOKEN") == "")
  }

  func nest() async throws {
    try await tmux.keys("clear<enter>switchback shell prod<enter>")
    try await waits("Production (2)  USER>")
    try await tmux.keys("exit 9<enter>")
    try await waits("closed after")
    try await tmux.waits("the prompt after it") {
      $0.ranges(of: "Development  USER>").count == 2
    }
    try await tmux.keys("echo \"=\(shell.status)=\"<enter>")
    try await waits("\n=9=")
    #expect(try await echo("$SWITCHBACK_ENTRY $SWITCHBACK_DEPTH") == "dev 1")
  }
}

/// The blanks that a screen ends with.
private func blank(_ screen: String) -> String {
  String(screen.reversed().prefix { $0.isWhitespace })
}
