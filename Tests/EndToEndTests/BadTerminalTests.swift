import Testing

/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct BadTerminalTests {
  private func home() throws -> Home {
    let home = try Home()
    try home.config(storedKeys("prod"))
    return home
  }

  @Test(arguments: [
    ["TERM": "xterm-256color"], ["TERM": "dumb"], ["TERM": ""], ["SWITCHBACK_ACCESSIBLE": "1"],
  ])
  func withoutATerminalThePickerSaysWhatToDoInstead(change: [String: String]) async throws {
    let refused = try await home().switchback(with: change)
    #expect(
      refused.refuses(
        2, saying: "terminal", "switchback list --filter", "switchback exec ENTRY --"),
      "\(refused)")
  }

  /// What there is instead of a screen is on the terminal, wherever the streams lead.
  @Test(arguments: [
    ["-u", "TERM"], ["TERM="], ["TERM=dumb"], ["TERM=unknown"], ["TERM=no-such-terminal"],
    ["TERM=../../etc/passwd"],
  ])
  func aTermThatCannotShowThePicker(change: [String]) async throws {
    let tmux = try await Tmux(try home(), ["env"] + change + ["switchback"], captured: true)
    try await tmux.waits { $0.contains("TERM is") && $0.contains("1  prod") }
    try await tmux.keys("q<enter>")
    #expect(try await tmux.outcome() == Outcome(status: 130, output: "", errors: ""))
    #expect(try tmux.damage() == [])
  }

  @Test func withoutATerminalACodeCannotBeAsked() async throws {
    let home = try home()
    try home.config(oneRole + "mfa_serial = arn:aws:iam::111111111111:mfa/me\n")
    let refused = try await home.switchback("exec", "prod", "--", "true")
    #expect(refused.refuses(2, saying: "MFA", "terminal"), "\(refused)")
  }

  @Test func theRestNeedsNoTerm() async throws {
    let home = try home()
    let list = try await home.run(["env", "-u", "TERM", "switchback", "list"])
    #expect(list.status == 0 && list.output.contains("prod"), "\(list)")
  }
}
