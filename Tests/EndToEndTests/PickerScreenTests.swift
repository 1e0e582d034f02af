import Foundation
import Testing

/// The picker on a real terminal, with entries that need no call to AWS.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .serialized, .timeLimit(.minutes(5)))
struct PickerScreenTests {
  private func home(_ names: [String] = ["alpha", "beta", "gamma"]) throws -> Home {
    let home = try Home()
    try home.config(names.map { storedKeys($0) }.joined())
    return home
  }

  @Test(arguments: ["<ctrl-c>", "<esc>", "alp<ctrl-c>", "<f1><ctrl-c>", "alp<esc><esc>"])
  func leavingIs130(keys: String) async throws {
    let tmux = try await Tmux(try home(), "switchback")
    try await tmux.waits(for: "gamma")
    try await tmux.keys(keys)
    #expect(try await tmux.status() == 130)
    #expect(try tmux.damage() == [])
  }

  @Test func escClearsTheQueryFirst() async throws {
    let tmux = try await Tmux(try home(), "switchback", "alp")
    try await tmux.waits("only alpha") { $0.contains("alpha") && !$0.contains("gamma") }
    try await tmux.keys("<esc>")
    try await tmux.waits(for: "gamma")
  }

  @Test func enterOpensTheShellAndExitItsStatus() async throws {
    let home = try home()
    let tmux = try await Tmux(home, "switchback")
    try await tmux.waits(for: "gamma")
    try await tmux.keys("bet<enter>")
    try await tmux.waits(for: "ready>")
    #expect(try await tmux.types("printenv SWITCHBACK_ENTRY").output == "beta\n")
    try await tmux.keys("exit 7<enter>")
    #expect(try await tmux.status() == 7)
    #expect(try tmux.damage() == [])
    let recents = try await home.switchback("recent", "--json").json(as: [Recent].self)
    #expect(recents.map(\.entry) == ["beta"] && recents.map(\.exit_status) == [7])
  }

  @Test func twoKeystrokesReachAnyRow() async throws {
    let tmux = try await Tmux(try home(), "switchback")
    try await tmux.waits(for: "gamma")
    try await tmux.keys("<alt-j>")
    try await tmux.waits(for: "jump")
    try await tmux.keys("s")
    try await tmux.waits(for: "ready>")
    #expect(try await tmux.types("printenv SWITCHBACK_ENTRY").output == "beta\n")
  }

  @Test func thePaletteReachesWhatHasNoKey() async throws {
    let tmux = try await Tmux(try home(), "switchback")
    try await tmux.waits(for: "gamma")
    try await tmux.keys("<alt-a>")
    try await tmux.waits(for: "3 marked")
    try await tmux.keys("<f2>")
    try await tmux.waits(for: "Actions")
    try await tmux.keys("all marks<enter>")
    try await tmux.waits("no marks") { $0.contains("gamma") && !$0.contains("marked") }
  }

  @Test func fortyByTen() async throws {
    let tmux = try await Tmux(try home(), "switchback", size: .init(columns: 40, rows: 10))
    try await tmux.waits { ["alpha", "beta", "gamma"].allSatisfy($0.contains) }
    try await tmux.keys("gam<enter>")
    try await tmux.waits(for: "ready>")
  }

  /// 2.6 s would be 26 times too long; a busy machine may take some of the time that is left.
  @Test func theDetailsComeAtOnceAndNothingInTheirPlace() async throws {
    let home = try Home()
    try home.config(oneRole)
    let tmux = try await Tmux(home, "switchback")
    var lines: [String] = []
    let via = "Via       access keys (base) → Admin"
    try await tmux.waits(for: "entries")
    try await tmux.keys("<down>")
    try await tmux.waits("the chain", within: .seconds(2)) { screen in
      let found = screen.split(separator: "\n").filter { $0.contains("Via") }
      lines += found.map { $0.trimmingCharacters(in: .whitespaces) }
      return screen.contains(via)
    }
    #expect(
      lines.allSatisfy { ["Via", via].contains($0) || $0.hasPrefix("Via       access keys") })
  }

  @Test func oneByOneAndBack() async throws {
    let tmux = try await Tmux(try home(), "switchback")
    let before = try await tmux.waits(for: "gamma")
    try await tmux.resize(.init(columns: 1, rows: 1))
    try await tmux.keys("<down>")
    try await tmux.resize(.init(columns: 100, rows: 30))
    try await tmux.keys("<up>")
    // Below the list there are the details, which are found out once somebody types.
    let list = before.split(separator: "\n", omittingEmptySubsequences: false).prefix(20)
    try await tmux.waits("the list of before") {
      $0.split(separator: "\n", omittingEmptySubsequences: false).prefix(20) == list
    }
  }

  @Test func tenThousandEntries() async throws {
    let tmux = try await Tmux(
      try home((0..<10_000).map { "entry-" + String($0 + 10_000).dropFirst() }), "switchback")
    try await tmux.waits(for: "entry-0003")
    try await tmux.keys("<end>")
    try await tmux.waits(for: "entry-9999")
    try await tmux.keys("<home><pgdn>")
    try await tmux.waits("a page further") { !$0.contains("entry-0000") && $0.contains("entry-00") }
    try await tmux.keys("4567<enter>")
    try await tmux.waits(for: "ready>")
    #expect(try await tmux.types("printenv SWITCHBACK_ENTRY").output == "entry-4567\n")
  }

  @Test(arguments: [("", true), ("1", false)])
  func noColorTakesColoursAway(noColor: String, colored: Bool) async throws {
    let tmux = try await Tmux(try home(), "switchback", with: ["NO_COLOR": noColor])
    try await tmux.waits(for: "gamma")
    let screen = try await tmux.screen(styled: true)
    // SGR 30 to 48 and 90 to 107 are colours (ECMA-48 8.3.117, and what xterm adds).
    let colors = screen.matches(of: /\u{1B}\[(?:\d+;)*(?:[34][0-8]|9[0-7]|10[0-7])(?:;\d+)*m/)
    #expect(colors.isEmpty != colored)
  }

  @Test func withoutEntriesItOffersTheDemo() async throws {
    let tmux = try await Tmux(try Home(), "switchback")
    try await tmux.waits(for: "role_arn")
    try await tmux.keys("<enter>")
    try await tmux.waits(for: "Payments production")
    try await tmux.keys("<ctrl-c>")
    #expect(try await tmux.status() == 130)
    #expect(try tmux.damage() == [])
  }

  @Test func helpIsOneKeyAway() async throws {
    let tmux = try await Tmux(try home(), "switchback")
    try await tmux.waits(for: "? help")
    try await tmux.keys("<f1>")
    try await tmux.waits(for: "States of an entry")
    try await tmux.keys("<esc>")
    try await tmux.waits("the list again") {
      $0.contains("gamma") && !$0.contains("States of an entry")
    }
  }

  @Test func aQueryThatMatchesNothingIsCorrectedThere() async throws {
    let tmux = try await Tmux(try home(), "switchback", "betz")
    try await tmux.waits(for: "Nothing matches")
    try await tmux.keys("<backspace><enter>")
    try await tmux.waits(for: "ready>")
    #expect(try await tmux.types("printenv SWITCHBACK_ENTRY").output == "beta\n")
  }

  @Test func withoutATerminalAQueryThatMatchesNothingIs1() async throws {
    let outcome = try await home().switchback("zzz")
    #expect(outcome.refuses(1, saying: "No entry matches 'zzz'"), "\(outcome)")
  }

  @Test func suspendingAndComingBack() async throws {
    let tmux = try await Tmux(try home(), "/bin/bash")
    try await tmux.waits(for: "ready>")
    try await tmux.keys("switchback<enter>")
    try await tmux.waits(for: "gamma")
    try await tmux.keys("<ctrl-z>")
    try await tmux.waits("the prompt") { $0.contains("ready>") && !$0.contains("gamma") }
    try await tmux.keys("fg<enter>")
    try await tmux.waits(for: "gamma")
    try await tmux.keys("<ctrl-c>")
    try await tmux.waits("the prompt") { $0.contains("ready>") && !$0.contains("gamma") }
    #expect(try await tmux.types("true").status == 0)
  }

  @Test(arguments: [("TERM", 143), ("HUP", 129), ("INT", 130), ("ABRT", 134)] as [(String, Int32)])
  func aSignalLeavesTheTerminalWhole(signal: String, status: Int32) async throws {
    let home = try home()
    let tmux = try await Tmux(
      home, "/bin/sh", "-c", "echo $$ > \(home.path("pid")); exec switchback")
    try await tmux.waits(for: "gamma")
    let pid = try home.read("pid").trimmingCharacters(in: .newlines)
    _ = try await home.run(["sh", "-c", "kill -\(signal) \(pid)"])
    #expect(try await tmux.status() == status)
    #expect(try tmux.damage() == [])
  }
}
