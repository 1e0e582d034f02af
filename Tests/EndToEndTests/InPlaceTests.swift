import Foundation
import Sandbox
import Secrets
import Testing

/// The user's own shell, made able to switch by `switchback init`, and what a shell of ours says of
/// itself.
@Suite(.enabled(if: Repository.isBuilt), .serialized, .timeLimit(.minutes(5)))
struct InPlaceTests {
  static let shells = UsersShell.all.filter { !$0.isLogin && !$0.rewrites && !$0.isPosix }

  private func home(_ shell: UsersShell, initialized: Bool = true) throws -> Home {
    let home = try Home(shell.environment)
    for (file, text) in shell.files {
      let line =
        shell.isFish
        ? "switchback init fish | source\n" : "eval \"$(switchback init \(shell.name))\"\n"
      let isRead = initialized && !file.contains("profile") && !file.contains("generated")
      try home.write("home/" + file, text + (isRead ? line : ""))
    }
    try home.config(
      storedKeys("alpha", more: "display_name = Alpha account")
        + storedKeys("beta", more: "display_name = Beta account\nregion = eu-west-3"))
    return home
  }

  @Test(arguments: shells)
  func theUsersOwnShellSwitchesInPlace(_ shell: UsersShell) async throws {
    let home = try home(shell)
    let tmux = try await Tmux(
      home, ["/usr/bin/" + shell.name, "-i"],
      with: ["AWS_PROFILE": "mine", "TERM": "xterm-256color"])
    try await tmux.waits(for: "USER>")
    for (entry, label) in [("alpha", "Alpha account"), ("beta", "Beta account")] {
      // One by its exact name, and one through the picker.
      let isExact = entry == "alpha"
      try await tmux.keys("clear<enter>switchback \(isExact ? entry : "bet")<enter>")
      if !isExact {
        try await tmux.waits(for: "Enter switch")
        try await tmux.keys("<enter>")
      }
      try await tmux.waits(for: " \(label)  USER>")
      try await tmux.keys("echo \"=$SWITCHBACK_ENTRY/$AWS_PROFILE/$AWS_REGION=\"<enter>")
      try await tmux.waits(for: "\n=\(entry)//\(entry == "beta" ? "eu-west-3" : "eu-west-1")=")
    }
    try await tmux.keys("clear<enter>switchback -<enter>")
    try await tmux.waits(for: " Alpha account  USER>")
    try await tmux.keys("clear<enter>switchback off<enter>")
    try await tmux.waits(for: "Dropped Alpha account")
    try await tmux.keys("echo \"=$SWITCHBACK_ENTRY/$AWS_PROFILE/$AWS_ACCESS_KEY_ID=\"<enter>")
    try await tmux.waits(for: "\n=/mine/=")
    try await tmux.keys("exit<enter>")
    #expect(try await tmux.status() == 0)
    #expect(home.names(in: "runtime").filter { $0.hasPrefix("switchback-") } == [])
    let recents = try await home.switchback("recent", "--json").output
    #expect(recents.ranges(of: "\"how\": \"shell\"").count == 3)
  }

  /// zsh runs what is to be done at the end of a shell at the end of each subshell, too.
  @Test(arguments: shells.filter { !$0.isFish }, [true, false])
  func theEndOfASubshellIsNotTheEndOfTheShell(_ shell: UsersShell, isOurs: Bool) async throws {
    let home = try home(shell, initialized: !isOurs)
    let command =
      isOurs
      ? ["switchback", "shell", "beta", "--shell", "/usr/bin/" + shell.name]
      : ["/usr/bin/" + shell.name, "-i"]
    let tmux = try await Tmux(home, command, with: ["TERM": "xterm-256color"])
    try await tmux.waits(for: "USER>")
    try await tmux.keys("(exit 7); v=$(false || exit 1); clear; echo \"=$?=\"<enter>")
    try await tmux.waits(for: "=0=")
    try await tmux.keys("clear<enter>switchback alpha<enter>")
    try await tmux.waits(for: " Alpha account  USER>")
    try await tmux.keys("switchback off<enter>")
    try await tmux.waits(for: "Dropped Alpha account")
  }

  /// zsh goes on in a subshell with a function that was stopped.
  @Test(arguments: shells)
  func aPickerThatWasStoppedSwitchesTheShellItself(_ shell: UsersShell) async throws {
    let home = try home(shell)
    let tmux = try await Tmux(
      home, ["/usr/bin/" + shell.name, "-i"], with: ["TERM": "xterm-256color"])
    try await tmux.waits(for: "USER>")
    try await tmux.keys("switchback alph<enter>")
    try await tmux.waits(for: "Enter switch")
    try await tmux.keys("<ctrl-z>")
    try await tmux.waits(for: "USER>")
    try await tmux.keys("fg<enter>")
    try await tmux.waits(for: "Enter switch")
    try await tmux.keys("<enter>")
    try await tmux.waits(for: " Alpha account  USER>")
    try await tmux.keys("clear<enter>echo \"=$SWITCHBACK_ENTRY/$AWS_ACCESS_KEY_ID\"<enter>")
    try await tmux.waits(for: "\n=alpha/AKIA")
    let files = home.names(in: "runtime").filter { $0.hasPrefix("switchback-") }
      .flatMap { home.names(in: "runtime/" + $0) }
    #expect(!files.contains("taken"), "\(files)")
  }

  @Test func aScriptInTheShellIsAnother() async throws {
    let home = try home(try #require(Self.shells.first), initialized: false)
    let tmux = try await Tmux(home, "switchback", "shell", "alpha")
    try await tmux.waits(for: "USER>")
    let refused = try await tmux.types("sh -c 'switchback off; exit $?'")
    #expect(refused.refuses(2, saying: "only works in a Switchback shell"), "\(refused)")
    #expect(try await tmux.types("printenv SWITCHBACK_ENTRY").output == "alpha\n")
  }

  @Test func aSubshellIsOnRequestInAShellThatCouldSwitch() async throws {
    let home = try home(try #require(Self.shells.first), initialized: false)
    let tmux = try await Tmux(home, "switchback", "shell", "alpha")
    try await tmux.waits(for: "USER>")
    try await tmux.keys("clear<enter>switchback --nest beta<enter>")
    try await tmux.waits(for: "Beta account (2)  USER>")
    try await tmux.keys("exit 4<enter>")
    try await tmux.waits(for: "closed after")
    try await tmux.keys("echo \"=$?/$SWITCHBACK_ENTRY=\"<enter>")
    try await tmux.waits(for: "\n=4/alpha=")
  }

  @Test func aCodeThatIsNeededIsSaidOnceAndAskedForOnRequest() async throws {
    let home = try home(try #require(Self.shells.first), initialized: false)
    try home.config(
      workplace(
        """
        [profile guarded]
        role_arn = \(FakeAWS.role("Guarded"))
        source_profile = base
        mfa_serial = \(mayasPhone)
        region = eu-west-1
        """))
    var cloud = FakeAWS.workplace()
    cloud.faults.sessionSeconds = 4
    try await Served.serving(cloud) { served in
      let tmux = try await Tmux(
        home, "switchback", "shell", "guarded", with: ["AWS_ENDPOINT_URL": served.url])
      try await tmux.waits(for: "MFA code")
      let code = try #require(oneTimeCode(seed: Secret("JBSWY3DPEHPK3PXP"), at: Date()))
      try await tmux.keys(code + "<enter>")
      try await tmux.waits(for: "USER>")
      let sentence = "Run `switchback renew`."
      while !(try await tmux.screen().contains(sentence)) {
        _ = try await tmux.types("true")
      }
      _ = try await tmux.types("true")
      #expect(try await tmux.screen().ranges(of: sentence).count == 1)
      try await tmux.keys("clear<enter>switchback renew<enter>")
      try await tmux.waits(for: "MFA code")
      try await tmux.keys("<ctrl-c>")
    }
  }

  @Test(arguments: ["--refresh", "--server"])
  func renewingPutsNoKeysWhereNoneAre(_ delivery: String) async throws {
    let home = try home(try #require(Self.shells.first), initialized: false)
    let tmux = try await Tmux(home, "switchback", "shell", "alpha", delivery)
    try await tmux.waits(for: "USER>")
    #expect(try await tmux.types("switchback renew").status == 0)
    let variables = try await tmux.types("printenv AWS_PROFILE AWS_ACCESS_KEY_ID")
    #expect(variables.output == "switchback-alpha\n", "\(variables)")
  }

  @Test func thePromptCommandSaysTheLabel() async throws {
    let home = try home(try #require(Self.shells.first), initialized: false)
    let worn = [
      "SWITCHBACK_ENTRY": "prod", "SWITCHBACK_LABEL": "Prod #[bg=red]\u{1B}[2J",
      "SWITCHBACK_COLOR": "#d13212",
      "SWITCHBACK_DEPTH": "2", "SWITCHBACK_READ_ONLY": "1", "COLORTERM": "truecolor",
      "TERM": "xterm",
    ]
    func prompt(_ arguments: String...) async throws -> Outcome {
      try await home.run(["switchback", "prompt"] + arguments, with: worn)
    }
    let plain = try await prompt().output
    #expect(plain.hasPrefix("Prod #[bg=red]") && plain.hasSuffix(" read-only (2)\n"))
    #expect(!plain.contains("\u{1B}"))
    #expect(
      try await prompt("--format", "ansi").output
        == "\u{1B}[0;48;2;209;50;18;38;2;255;255;255m \(plain.dropLast()) \u{1B}[0m\n")
    #expect(
      try await prompt("--format", "tmux").output.hasPrefix(
        "#[fg=#ffffff,bg=#d13212] Prod ##[bg=red]"))
    #expect(try await prompt("--json").output.contains("\"read_only\": true"))
    let nobody = try await home.switchback("prompt")
    #expect(nobody.status == 1 && nobody.output.isEmpty && nobody.errors.isEmpty)
  }
}
