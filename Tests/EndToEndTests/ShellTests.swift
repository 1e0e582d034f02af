import Testing

/// Shells on a real terminal, with entries that need no call to AWS.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .serialized, .timeLimit(.minutes(5)))
struct ShellTests {
  private func home() throws -> Home {
    let home = try Home()
    try home.config(
      storedKeys("alpha", more: "display_name = Alpha account\nshortcut = a")
        + storedKeys("beta", more: "display_name = Beta account"))
    return home
  }

  @Test func aShellInAShell() async throws {
    let tmux = try await Tmux(try home(), "switchback", "shell", "alpha")
    try await tmux.waits(for: "ready>")
    #expect(try await tmux.types("printenv SWITCHBACK_DEPTH").output == "1\n")
    try await tmux.keys("clear; switchback shell beta<enter>")
    try await tmux.waits("the prompt of beta") {
      $0.contains("Beta account") && $0.contains("ready>")
    }
    let inner = try await tmux.types("printenv SWITCHBACK_DEPTH SWITCHBACK_ENTRY").output
    #expect(inner == "2\nbeta\n")
    try await tmux.keys("clear; exit 5<enter>")
    try await tmux.waits(for: "Alpha account")
    let outer = try await tmux.types("echo $? && printenv SWITCHBACK_DEPTH SWITCHBACK_ENTRY").output
    #expect(outer.hasSuffix("1\nalpha\n"))
    try await tmux.keys("exit<enter>")
    #expect(try await tmux.status() == 0)
    #expect(try tmux.damage() == [])
  }

  @Test func recentOnesAreOneKeyAway() async throws {
    let home = try home()
    for entry in ["alpha", "beta"] {
      try await home.switches(to: entry)
    }
    for (keys, entry) in [("<alt-1>", "beta"), ("<alt-2>", "alpha"), ("<ctrl-g>a", "alpha")] {
      let tmux = try await Tmux(home, "switchback")
      try await tmux.waits(for: "Alpha account")
      try await tmux.keys(keys)
      try await tmux.waits(for: "ready>")
      #expect(try await tmux.types("printenv SWITCHBACK_ENTRY").output == entry + "\n", "\(keys)")
      try await tmux.keys("exit<enter>")
      #expect(try await tmux.status() == 0)
    }
  }

  @Test func dashIsThePreviousEntry() async throws {
    let home = try home()
    for entry in ["alpha", "beta"] {
      try await home.switches(to: entry)
    }
    let tmux = try await Tmux(home, "switchback", "shell", "beta")
    try await tmux.waits(for: "ready>")
    try await tmux.keys("clear; switchback -<enter>")
    try await tmux.waits("the prompt of alpha") {
      $0.contains("Alpha account") && $0.contains("ready>")
    }
    #expect(try await tmux.types("printenv SWITCHBACK_ENTRY").output == "alpha\n")
  }

  @Test(arguments: [("HUP", 129), ("KILL", 137)] as [(String, Int32)])
  func whatEndsSwitchbackHangsItsShellUp(signal: String, status: Int32) async throws {
    let home = try home()
    let tmux = try await Tmux(
      home, "/bin/sh", "-c", "echo $$ > \(home.path("pid")); exec switchback shell alpha")
    try await tmux.waits(for: "ready>")
    let shell = try await tmux.types("echo $$").output.prefix { $0.isNumber }
    let switchback = try home.read("pid").prefix { $0.isNumber }
    _ = try await home.run(["sh", "-c", "kill -\(signal) \(switchback)"])
    #expect(try await tmux.status() == status)
    // Ends when that process has ended, and never where it goes on.
    #expect(try await home.run(["tail", "--pid=\(shell)", "-f", "/dev/null"]).status == 0)
    if signal != "KILL" { #expect(try tmux.damage() == []) }
  }

  @Test func whatAKilledOneLeavesTheNextRemoves() async throws {
    let home = try home()
    try home.write("runtime/switchback-alive0/notes", "somebody else's")
    func folders() -> [String] {
      home.names(in: "runtime").filter { $0.hasPrefix("switchback-") }
    }
    let killed = try await Tmux(
      home, "/bin/sh", "-c",
      "echo $$ > \(home.path("pid")); exec switchback shell alpha --shell dash")
    try await killed.waits(for: "Alpha account")
    let switchback = try home.read("pid").prefix { $0.isNumber }
    _ = try await home.run(["sh", "-c", "kill -KILL \(switchback)"])
    #expect(try await killed.status() == 137)
    #expect(folders().count == 2)
    let next = try await Tmux(home, "switchback", "shell", "alpha")
    try await next.waits(for: "ready>")
    try await next.keys("exit<enter>")
    #expect(try await next.status() == 0)
    #expect(folders() == ["switchback-alive0"])
  }

  @Test func startUpFilesAreGone() async throws {
    let home = try home()
    let tmux = try await Tmux(home, "switchback", "shell", "alpha")
    try await tmux.waits(for: "ready>")
    for folder in home.names(in: "runtime").filter({ $0.hasPrefix("switchback-") }) {
      #expect(home.names(in: "runtime/" + folder) == ["owner"])
    }
    try await tmux.keys("exit<enter>")
    #expect(try await tmux.status() == 0)
    #expect(home.names(in: "tmp") == [])
  }
}
