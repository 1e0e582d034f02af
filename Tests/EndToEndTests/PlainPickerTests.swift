import Foundation
import Testing

/// The picker in plain lines, on a real terminal.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .serialized, .timeLimit(.minutes(5)))
struct PlainPickerTests {
  static let accessible = ["switchback", "--accessible"]
  static let starts = [
    ["env", "-u", "TERM", "switchback"], ["env", "TERM=dumb", "switchback"],
    ["env", "TERM=nonsense", "switchback"], accessible,
    ["env", "SWITCHBACK_ACCESSIBLE=1", "switchback"],
  ]

  private func home(_ names: [String] = ["alpha", "beta", "gamma"]) throws -> Home {
    let home = try Home()
    try home.config(names.map { storedKeys($0) }.joined())
    return home
  }

  @Test(arguments: starts)
  func aNumberOpensTheShellAndExitItsStatus(start: [String]) async throws {
    let home = try home()
    let tmux = try await Tmux(home, start)
    try await tmux.waits { $0.contains("3  gamma  eu-west-1\nNumber, words") }
    #expect(try await tmux.format("#{alternate_on}") == "0")
    try await tmux.keys("2<enter>")
    try await tmux.waits(for: "ready>")
    #expect(try await tmux.types("printenv SWITCHBACK_ENTRY").output == "beta\n")
    try await tmux.keys("exit 7<enter>")
    #expect(try await tmux.status() == 7)
    #expect(try tmux.damage() == [])
    let recents = try await home.switchback("recent", "--json").json(as: [Recent].self)
    #expect(recents.map(\.entry) == ["beta"] && recents.map(\.exit_status) == [7])
  }

  @Test(arguments: starts, ["q<enter>", "<ctrl-d>", "<ctrl-c>", "alp<ctrl-c>"])
  func leavingIs130(start: [String], keys: String) async throws {
    let tmux = try await Tmux(try home(), start)
    try await tmux.waits(for: "? for help:")
    try await tmux.keys(keys)
    #expect(try await tmux.status() == 130)
    #expect(try tmux.damage() == [])
  }

  @Test func linesAreBrokenAtWords() async throws {
    let home = try Home()
    try home.config(
      storedKeys("payments-production", more: "display_name = Payments production, break glass")
        + storedKeys("zebra"))
    let tmux = try await Tmux(home, Self.accessible, size: .init(columns: 40, rows: 40))
    try await tmux.waits(for: "? for help:")
    try await tmux.keys("?<enter>")
    let screen = try await tmux.waits(for: "* lists the marked")
    #expect(screen.contains("1  Payments production, break glass\n   eu-west-1\n"))
    #expect(screen.contains("3        Switch to the entry of that\n         number.\n"))
    #expect(screen.contains("Number, words to filter, ? for help:"))
  }

  @Test func wordsFilterAndEnterTakesWhatIsLeft() async throws {
    let home = try home()
    let tmux = try await Tmux(home, Self.accessible)
    try await tmux.waits(for: "? for help:")
    try await tmux.keys("gam<enter>")
    try await tmux.waits { $0.contains("1 of 3 entries matches gam:\n3  gamma") }
    try await tmux.keys("<enter>")
    try await tmux.waits(for: "ready>")
    #expect(try await tmux.types("printenv SWITCHBACK_ENTRY").output == "gamma\n")
    try await tmux.keys("clear; switchback --accessible<enter>")
    try await tmux.waits { $0.contains("In gamma.\n1  gamma  eu-west-1  Current.") }
  }

  @Test func aLineEndedByCtrlDIsALine() async throws {
    let tmux = try await Tmux(try home(), Self.accessible)
    try await tmux.waits(for: "? for help:")
    try await tmux.keys("gam<ctrl-d><ctrl-d>")
    try await tmux.waits { $0.contains("help: gam\n1 of 3 entries matches gam:\n3  gamma") }
  }

  @Test func longListsComeInPages() async throws {
    let tmux = try await Tmux(
      try home((10...54).map { "entry-\($0)" }), Self.accessible, size: .init(rows: 60))
    try await tmux.waits { $0.contains("20  entry-29") && !$0.contains("entry-30") }
    try await tmux.waits(for: "Enter for 25 more")
    try await tmux.keys("<enter>")
    try await tmux.waits { $0.contains("40  entry-49") && $0.contains("Enter for 5 more") }
    try await tmux.keys("45<enter>")
    try await tmux.waits(for: "ready>")
    #expect(try await tmux.types("printenv SWITCHBACK_ENTRY").output == "entry-54\n")
  }

  @Test func theDashIsThePreviousEntry() async throws {
    let home = try home()
    for entry in ["alpha", "beta"] {
      try await home.switches(to: entry)
    }
    let tmux = try await Tmux(home, Self.accessible, with: ["SWITCHBACK_ENTRY": "beta"])
    try await tmux.waits { $0.contains("1  beta") && $0.contains("2  alpha") }
    try await tmux.keys("-<enter>")
    try await tmux.waits(for: "ready>")
    #expect(try await tmux.types("printenv SWITCHBACK_ENTRY").output == "alpha\n")
  }

  @Test func aQueryThatMatchesNothingIsCorrectedThere() async throws {
    let tmux = try await Tmux(try home(), Self.accessible + ["zzz"])
    try await tmux.waits(for: "Nothing matches zzz")
    try await tmux.keys("2<enter>")
    try await tmux.waits(for: "ready>")
    #expect(try await tmux.types("printenv SWITCHBACK_ENTRY").output == "beta\n")
  }

  @Test func withoutATerminalAQueryThatMatchesNothingIs1() async throws {
    let outcome = try await home().switchback("--accessible", "zzz")
    #expect(outcome.refuses(1, saying: "No entry matches 'zzz'"), "\(outcome)")
  }

  @Test func withoutEntriesItOffersTheDemo() async throws {
    let tmux = try await Tmux(try Home(), Self.accessible)
    try await tmux.waits(for: "Enter for the demo")
    try await tmux.keys("<enter>")
    try await tmux.waits { $0.contains("Payments production") && $0.contains("? for help:") }
    try await tmux.keys("q<enter>")
    #expect(try await tmux.status() == 130)
    #expect(try tmux.damage() == [])
  }

  @Test func suspendingAndComingBack() async throws {
    let tmux = try await Tmux(try home(), "/bin/bash")
    try await tmux.waits(for: "ready>")
    try await tmux.keys("switchback --accessible<enter>")
    try await tmux.waits(for: "? for help:")
    try await tmux.keys("<ctrl-z>")
    try await tmux.waits(for: "Stopped")
    try await tmux.keys("clear<enter>")
    try await tmux.waits("nothing else") { !$0.contains("Stopped") && $0.contains("ready>") }
    try await tmux.keys("fg<enter>")
    try await tmux.waits(for: "? for help:")
    try await tmux.keys("3<enter>")
    try await tmux.waits(for: " gamma  ready>")
  }

  @Test(arguments: [("TERM", 143), ("HUP", 129), ("INT", 130), ("ABRT", 134)] as [(String, Int32)])
  func aSignalLeavesTheTerminalWhole(signal: String, status: Int32) async throws {
    let home = try home()
    let tmux = try await Tmux(
      home, "/bin/sh", "-c", "echo $$ > \(home.path("pid")); exec switchback --accessible")
    try await tmux.waits(for: "? for help:")
    let pid = try home.read("pid").trimmingCharacters(in: .newlines)
    _ = try await home.run(["sh", "-c", "kill -\(signal) \(pid)"])
    #expect(try await tmux.status() == status)
    #expect(try tmux.damage() == [])
  }
}
