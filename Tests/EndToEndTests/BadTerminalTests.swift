import Foundation
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

  /// As over SSH from a terminal that is newer than this machine's terminfo.
  @Test func aTerminalLikeXtermIsDrawnAsXterm() async throws {
    let tmux = try await Tmux(
      try home(), ["env", "TERM=xterm-kitty", "TERMINFO=/nowhere", "switchback"], captured: true)
    try await tmux.waits { $0.contains("drawn as xterm-256color") && $0.contains("prod") }
    try await tmux.keys("<ctrl-c>")
    #expect(try await tmux.outcome() == Outcome(status: 130, output: "", errors: ""))
    #expect(try tmux.damage() == [])
  }

  @Test(arguments: ["linux", "vt100", "ansi"])
  func aTerminalWithOneScreenIsLeftEmpty(term: String) async throws {
    let tmux = try await Tmux(
      try home(), "sh", "-c", "TERM=\(term) switchback; echo status $?; exec sleep 60")
    try await tmux.waits(for: "prod")
    try await tmux.keys("<ctrl-c>")
    let screen = try await tmux.waits(for: "status 130")
    #expect(screen.trimmingCharacters(in: .whitespacesAndNewlines) == "status 130")
  }

  /// It is named by who starts us, as SSH does, and not installed.
  @Test(arguments: [["LC_ALL=en_DE.UTF-8"], ["-u", "LC_ALL", "-u", "LANG", "LC_CTYPE=UTF-8"]])
  func aLocaleThatIsNotInstalledIsUTF8AllTheSame(locale: [String]) async throws {
    let home = try Home()
    try home.config(storedKeys("übung"))
    let tmux = try await Tmux(home, ["env"] + locale + ["switchback"])
    try await tmux.waits(for: "übung")
    try await tmux.keys("ü")
    try await tmux.waits(for: "1/1")
    try await tmux.keys("<ctrl-c>")
    #expect(try await tmux.status() == 130)
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
