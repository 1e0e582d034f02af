import Testing

/// The mouse, as a terminal tells of it.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct MouseTests {
  private func picker(mouse: String) async throws -> Tmux {
    let home = try Home()
    try home.config(["alpha", "beta", "gamma"].map { storedKeys($0) }.joined())
    let tmux = try await Tmux(home, "switchback", "--mouse", mouse)
    try await tmux.waits(for: "gamma")
    return tmux
  }

  /// A report of the mouse over the row that shows a text: 0 is a press, 65 the wheel.
  private func report(
    _ code: Int, over text: String, on tmux: Tmux, times: Int = 1
  ) async throws {
    let lines = try await tmux.screen().split(separator: "\n", omittingEmptySubsequences: false)
    // A row has a bar, or an edge where its colour is hard to see.
    let row = try #require(
      lines.lastIndex { $0.contains(text) && $0.contains { "▌▏".contains($0) } })
    let report = "\u{1b}[<\(code);10;\(row + 1)M"
    try await tmux.tmux(["send-keys", "-l", String(repeating: report, count: times)])
  }

  private func isSelected(_ name: String) -> (String) -> Bool {
    { $0.split(separator: "\n").contains { $0.contains("▸") && $0.contains(name) } }
  }

  @Test func aClickSelectsAndTwoSwitch() async throws {
    let tmux = try await picker(mouse: "full")
    try await report(0, over: "gamma", on: tmux)
    try await tmux.waits("gamma selected", until: isSelected("gamma"))
    try await report(65, over: "gamma", on: tmux)
    try await report(64, over: "gamma", on: tmux)
    try await tmux.waits("beta selected", until: isSelected("beta"))
    try await report(0, over: "alpha", on: tmux, times: 2)
    try await tmux.waits(for: "ready>")
    try await tmux.keys("exit<enter>")
    #expect(try await tmux.status() == 0)
    #expect(try tmux.damage() == [])
  }

  @Test func theWheelAloneIsHeededWhereThatIsWanted() async throws {
    let tmux = try await picker(mouse: "wheel")
    try await report(0, over: "gamma", on: tmux)
    try await report(65, over: "gamma", on: tmux)
    try await tmux.waits("beta selected", until: isSelected("beta"))
  }

  @Test func isLeftToTheTerminalUnlessItIsWanted() async throws {
    let home = try Home()
    try home.config(storedKeys("alpha"))
    let tmux = try await Tmux(home, "switchback")
    try await tmux.waits(for: "alpha")
    #expect(try await tmux.format("#{mouse_any_flag}") == "0")
  }
}
