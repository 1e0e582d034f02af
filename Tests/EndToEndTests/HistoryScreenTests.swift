import Testing

/// The history in the picker, on a real terminal and with a real store.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .serialized, .timeLimit(.minutes(5)))
struct HistoryScreenTests {
  private func home(switchedTo names: String...) async throws -> Home {
    let home = try Home()
    try home.config(["alpha", "beta", "gamma"].map { storedKeys($0) }.joined())
    for name in names {
      let ended = try await home.switchback("exec", name, "--", "true")
      #expect(ended.status == 0, "\(ended)")
    }
    return home
  }

  private func entries(_ home: Home) async throws -> [String] {
    try await home.switchback("recent", "--json").json(as: [Recent].self).map(\.entry)
  }

  private func opened(_ home: Home) async throws -> Tmux {
    let tmux = try await Tmux(home, "switchback", "a")
    try await tmux.waits(for: "gamma")
    try await tmux.keys("<alt-h>")
    try await tmux.waits(for: "switches")
    return tmux
  }

  @Test func forgetsRestoresAndGoesBackToTheQuery() async throws {
    let home = try await home(switchedTo: "alpha", "beta", "gamma", "beta")
    let tmux = try await opened(home)
    try await tmux.waits(for: "exec")
    try await tmux.keys("gam<ctrl-x>")
    try await tmux.waits(for: "0/3 switches")
    try await tmux.keys("<esc>")
    // Esc and Ctrl-X in one piece would be Alt-Ctrl-X.
    try await tmux.waits("all that is left") { $0.contains(" 3 switches") }
    try await tmux.keys("<ctrl-x><ctrl-x><alt-u>")
    try await tmux.waits(for: "2 switches")
    try await tmux.keys("<esc>")
    try await tmux.waits("the list with its query") { $0.contains("❯ a ") && !$0.contains("exec") }
    try await tmux.keys("<ctrl-c>")
    #expect(try await tmux.status() == 130)
    #expect(try tmux.damage() == [])
    #expect(try await entries(home) == ["beta", "alpha"])
  }

  @Test func switchesAgain() async throws {
    let home = try await home(switchedTo: "alpha", "beta")
    let tmux = try await opened(home)
    try await tmux.keys("alp<enter>")
    try await tmux.waits(for: "ready>")
    #expect(try await tmux.types("printenv SWITCHBACK_ENTRY").output == "alpha\n")
    try await tmux.keys("exit<enter>")
    #expect(try await tmux.status() == 0)
    #expect(try await entries(home) == ["alpha", "beta", "alpha"])
  }

  @Test func forgetsAllOfItOnceThatIsConfirmed() async throws {
    let home = try await home(switchedTo: "alpha", "beta")
    let tmux = try await opened(home)
    try await tmux.keys("<alt-X>")
    try await tmux.waits(for: "Delete 2 switches?")
    try await tmux.keys("forget<enter>")
    try await tmux.waits(for: "No switches yet.")
    try await tmux.keys("<esc><ctrl-c>")
    #expect(try await tmux.status() == 130)
    #expect(try await entries(home) == [])
  }

  @Test func aHistoryThatCannotBeReadSaysWhy() async throws {
    let home = try await home()
    try home.write("state/switchback/state.sqlite", String(repeating: "damage", count: 1_000))
    let tmux = try await Tmux(home, "switchback")
    try await tmux.waits(for: "gamma")
    try await tmux.keys("<alt-h>")
    try await tmux.waits { $0.contains("was damaged") || $0.contains("No switches") }
    try await tmux.keys("<ctrl-c>")
    #expect(try await tmux.status() == 130)
    #expect(try tmux.damage() == [])
  }

  /// In POSIX's zones what is ahead of UTC has a minus.
  @Test func saysTheTimeAsTheClocksHereDo() async throws {
    let home = try await home(switchedTo: "alpha")
    let minutes = try await minuteShown(home, zone: "UTC0")
    #expect(try await minuteShown(home, zone: "XYZ-13:45") == (minutes + 13 * 60 + 45) % 1_440)
  }

  private func minuteShown(_ home: Home, zone: String) async throws -> Int {
    let tmux = try await Tmux(home, "switchback", with: ["TZ": zone])
    try await tmux.waits(for: "gamma")
    try await tmux.keys("<alt-h>")
    let screen = try await tmux.waits(for: "1 switch")
    let time = try #require(screen.firstMatch(of: /(\d\d):(\d\d) +alpha/))
    return (Int(time.1) ?? 0) * 60 + (Int(time.2) ?? 0)
  }
}
