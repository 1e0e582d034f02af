import Testing

/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(1)))
struct BadTerminalTests {
  private func home() throws -> Home {
    let home = try Home()
    try home.config(storedKeys("prod"))
    return home
  }

  @Test func withoutATerminalThePickerSaysSo() async throws {
    let refused = try await home().switchback(with: ["TERM": "xterm-256color"])
    #expect(refused.refuses(2, saying: "terminal"), "\(refused)")
  }

  @Test(arguments: [
    ["-u", "TERM"], ["TERM="], ["TERM=dumb"], ["TERM=unknown"], ["TERM=no-such-terminal"],
    ["TERM=../../etc/passwd"],
  ])
  func aTermThatCannotShowThePicker(change: [String]) async throws {
    let tmux = try await Tmux(try home(), ["env"] + change + ["switchback"], captured: true)
    let outcome = try await tmux.outcome()
    #expect(outcome.refuses(2, saying: "TERM"), "\(outcome)")
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
