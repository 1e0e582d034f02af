import Testing

/// What the demo suggests, followed from the first suggestion to the last.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .serialized, .timeLimit(.minutes(5)))
struct DemoTourTests {
  private func demo() async throws -> Tmux {
    let tmux = try await Tmux(try Home(), "switchback", "demo")
    try await tmux.waits(for: "Demo A simulated AWS. Type some letters")
    return tmux
  }

  @Test func goesOnAsTheUserDoesIt() async throws {
    let tmux = try await demo()
    try await tmux.keys("data dev")
    try await tmux.waits(for: "Enter opens a shell")
    try await tmux.keys("<enter>")
    try await tmux.waits(for: "ready>")
    try await tmux.keys("exit<enter>")
    try await tmux.waits(for: "Alt-- switches to the previous entry")
    try await tmux.keys("<alt-->")
    try await tmux.waits("a shell as before") { $0.contains("ready>") }
    try await tmux.keys("exit<enter>")
    try await tmux.waits(for: "Ctrl-G shows a key on each row")
    try await tmux.keys("<ctrl-g>h")
    try await tmux.waits(for: "ready>")
    try await tmux.keys("exit<enter>")
    try await tmux.waits(for: "type break, then Enter")
    try await tmux.keys("break<enter>")
    let asked = try await tmux.waits(for: "The demo's device shows")
    let code = try #require(asked.firstMatch(of: /device shows (\d{6})/)?.1)
    try await tmux.keys("\(code)<enter>")
    try await tmux.waits(for: "ready>")
    try await tmux.keys("exit<enter>")
    try await tmux.waits(for: "Alt-r switches with read-only access")
    try await tmux.keys("<alt-r>")
    try await tmux.waits(for: "MFA code")
    try await tmux.keys("<esc>")
    try await tmux.waits(for: "Tab marks entries")
    try await tmux.keys("dev adm<tab><tab><enter>")
    try await tmux.waits(for: "Run a command as 2 entries")
    try await tmux.keys("echo $SWITCHBACK_ENTRY<enter>")
    try await tmux.waits(for: "Press Enter for the picker")
    try await tmux.keys("<enter>")
    try await tmux.waits(for: "That was the tour")
    try await tmux.keys("<ctrl-c>")
    #expect(try await tmux.status() == 130)
  }

  @Test func theFirstEnterOpensAShellAtOnce() async throws {
    let tmux = try await demo()
    try await tmux.keys("<enter>")
    try await tmux.waits(for: "ready>")
    #expect(try await tmux.types("printenv SWITCHBACK_ENTRY").output == "payments-dev-admin\n")
  }

  @Test func canBeDismissed() async throws {
    let tmux = try await demo()
    try await tmux.keys("<f4>")
    try await tmux.waits("no suggestion") { !$0.contains("Demo A simulated") }
    try await tmux.keys("data")
    try await tmux.waits("none for what is done") {
      $0.contains("/47") && !$0.contains("Enter opens a shell with")
    }
  }
}
