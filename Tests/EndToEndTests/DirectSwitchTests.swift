import Foundation
import Sandbox
import Secrets
import Testing

/// `switchback NAME`, which switches without the picker, and lines that look like commands.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .serialized, .timeLimit(.minutes(5)))
struct DirectSwitchTests {
  private func home(_ settings: String = "") throws -> Home {
    let home = try Home()
    try home.config(
      storedKeys("acme-dev", more: "display_name = Acme, development")
        + storedKeys("acme-prod") + storedKeys("beta"))
    if !settings.isEmpty { try home.write("config/switchback/config.yaml", settings) }
    return home
  }

  private func opens(_ entry: String, _ home: Home, _ words: String...) async throws {
    let tmux = try await Tmux(home, ["switchback"] + words)
    try await tmux.waits(for: "ready>")
    #expect(try await tmux.types("printenv SWITCHBACK_ENTRY").output == entry + "\n", "\(words)")
    try await tmux.keys("exit 3<enter>")
    #expect(try await tmux.status() == 3)
    #expect(try tmux.damage() == [])
  }

  @Test func anExactNameSwitchesAtOnce() async throws {
    let home = try home()
    try await opens("acme-dev", home, "acme-dev")
    try await opens("acme-dev", home, "Acme, development")
    try await opens("acme-dev", home, "Acme,", "development")
    try await opens("beta", home, "-1", "bet")
    try await opens("acme-prod", home, "--select-1", "acme", "prod")
    let recents = try await home.switchback("recent", "--json").output
    #expect(recents.ranges(of: "\"how\": \"shell\"").count == 5)
  }

  @Test func severalMatchesOpenThePicker() async throws {
    let tmux = try await Tmux(try home(), "switchback", "-1", "acme")
    try await tmux.waits("the picker") { $0.contains("❯ acme") && $0.contains("2/3") }
    try await tmux.keys("<ctrl-c>")
    #expect(try await tmux.status() == 130)
  }

  @Test func itIsConfirmedAndReadOnlyAsWithShell() async throws {
    let settings = "rules: [{match: beta, confirm: true}]"
    let tmux = try await Tmux(try home(settings), "switchback", "beta")
    try await tmux.waits(for: "Type beta")
    try await tmux.keys("no<enter>")
    #expect(try await tmux.status() == 2)
    try await opens("beta", try home(settings), "beta", "--confirm", "beta")
    let refused = try await home(settings).switchback("beta")
    #expect(refused.refuses(2, saying: "--confirm beta"), "\(refused)")
  }

  @Test func anAnswerFromBeforeTheQuestionIsDropped() async throws {
    let home = try home("rules: [{match: beta, confirm: ask}]")
    let gate = home.path("gate")
    #expect(mkfifo(gate, 0o600) == 0)
    let tmux = try await Tmux(
      home, ["sh", "-c", "echo waiting; read line < '\(gate)'; exec switchback beta"])
    try await tmux.waits(for: "waiting")
    try await tmux.keys("y<enter>more")
    // Once the terminal shows it, it is there to be read.
    try await tmux.waits(for: "more")
    _ = try await home.run(["sh", "-c", "echo > '\(gate)'"])
    try await tmux.waits(for: "Switch to beta? [y/N]")
    try await tmux.keys("n<enter>")
    #expect(try await tmux.status() == 2)
  }

  @Test func aCodeIsAskedForOnTheTerminal() async throws {
    let home = try Home()
    try home.config(guardedWorkplace())
    try await Served.serving(.workplace()) { served in
      let tmux = try await Tmux(home, "switchback", "prod", with: ["AWS_ENDPOINT_URL": served.url])
      try await tmux.waits(for: "code")
      let code = try #require(oneTimeCode(seed: Secret("JBSWY3DPEHPK3PXP"), at: Date()))
      home.isSecret(code)
      try await tmux.keys("\(code)<enter>")
      try await tmux.waits(for: "ready>")
      let key = try await tmux.types("printenv AWS_ACCESS_KEY_ID").output
      #expect(key.hasPrefix("ASIA"))
    }
  }

  @Test(arguments: [
    ("sehll acme-dev", "switchback shell acme-dev"), ("use acme-dev", "switchback shell acme-dev"),
    ("sehll acme-dev --read-only", "switchback shell acme-dev --read-only"),
    ("version", "switchback --version"), ("theme", "switchback themes"),
    ("open nowhere", "switchback shell nowhere"),
  ])
  func whatLooksLikeACommandIs64(_ typed: String, _ meant: String) async throws {
    let words = typed.split(separator: " ").map { String($0) }
    let refused = try await home().run(["switchback"] + words)
    #expect(
      refused.refuses(
        64, saying: "Unknown command or entry '\(words.prefix(2).joined(separator: " "))'",
        "Did you mean `\(meant)`?"), "\(refused)")
  }

  @Test func aCommandWithoutExecIs64AndCanBePasted() async throws {
    let home = try home()
    let refused = try await home.switchback("acme-dev", "--", "echo", "a b; c", "$HOME")
    #expect(refused.refuses(64, saying: "use `exec`"), "\(refused)")
    let line = try #require(
      refused.errors.split(separator: "\n").last.map { $0.trimmingCharacters(in: .whitespaces) })
    #expect(line == "switchback exec acme-dev -- echo 'a b; c' '$HOME'")
    #expect(try await home.run(["sh", "-c", line]).output == "a b; c $HOME\n")
    let other = try await home.switchback("exec", "acme-dev", "echo", "it's")
    let corrected = try #require(
      other.errors.split(separator: "\n").last.map { $0.trimmingCharacters(in: .whitespaces) })
    #expect(other.refuses(64, saying: "Put the command after `--`:"), "\(other)")
    #expect(try await home.run(["sh", "-c", corrected]).output == "it's\n")
  }

  @Test func exportsAndCommandsAreNoSwitches() async throws {
    let home = try home()
    try await home.switches(to: "acme-dev")
    try await home.switches(to: "beta")
    _ = try await home.switchback("export", "acme-prod")
    _ = try await home.switchback("exec", "acme-prod", "--", "true")
    try await opens("beta", home, "-")
    let tmux = try await Tmux(home, "switchback")
    try await tmux.waits(for: "acme-prod")
    try await tmux.keys("<alt-2>")
    try await tmux.waits(for: "ready>")
    #expect(try await tmux.types("printenv SWITCHBACK_ENTRY").output == "acme-dev\n")
    let recents = try await home.switchback("recent").output
    #expect(recents.contains("acme-prod") && recents.contains("export"))
  }
}
