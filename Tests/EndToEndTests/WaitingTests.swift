import Testing

/// What a command shows while AWS takes its time.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct WaitingTests {
  @Test func theSecondsAreCountedAndCtrlCEndsIt() async throws {
    let sts = try PretendSTS(.silent)
    let home = try Home(["AWS_ENDPOINT_URL": sts.url])
    try home.config(oneRole)
    let tmux = try await Tmux(home, "bash")
    try await tmux.waits(for: "ready>")
    try await tmux.keys("switchback exec prod -- true<enter>")
    try await tmux.waits("the seconds") {
      $0.contains(/Getting credentials for prod ... [1-9][0-9]? s/)
    }
    try await tmux.keys("<ctrl-c>")
    try await tmux.keys("echo status $?<enter>")
    try await tmux.waits(for: "status 130")
    withExtendedLifetime(sts) {}
  }

  @Test func nothingOfItIsInWhatAProgramReads() async throws {
    let sts = try PretendSTS(.body("late"))
    let home = try Home(["AWS_ENDPOINT_URL": sts.url])
    try home.config(oneRole)
    let outcome = try await home.switchback("credentials", "prod")
    #expect(outcome.refuses(3, saying: "prod"))
    #expect(!outcome.errors.contains("\u{1B}") && !outcome.errors.contains("Getting"))
    withExtendedLifetime(sts) {}
  }
}
