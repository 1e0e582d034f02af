import Testing

/// Pickers whose standard streams are pipes, and those without a terminal that controls them.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .serialized, .timeLimit(.minutes(5)))
struct PipesTests {
  static let pipelines = ["sent | $S", "$S | cat", "sent | $S | cat", "$S < /dev/null"]

  private func home() throws -> Home {
    let home = try Home()
    try home.config(storedKeys("alpha") + storedKeys("beta"))
    return home
  }

  /// Runs it in bash, which tells of a pipeline how its failing part ended.
  private func piped(_ pipeline: String, _ command: String) async throws -> Tmux {
    try await Tmux(
      try home(), "bash", "-c",
      "set -o pipefail; S='\(command)'; sent() { echo 'touch was-run'; }; \(pipeline)")
  }

  @Test(arguments: pipelines)
  func theScreenIsOnTheTerminalAndSoIsItsShell(pipeline: String) async throws {
    let tmux = try await piped(pipeline, "switchback")
    try await tmux.waits(for: "? help")
    try await tmux.keys("bet<enter>")
    try await reachesTheShell(tmux)
  }

  @Test(arguments: pipelines)
  func theListIsOnTheTerminalAndSoIsItsShell(pipeline: String) async throws {
    let tmux = try await piped(pipeline, "switchback --accessible")
    try await tmux.waits(for: "? for help:")
    try await tmux.keys("2<enter>")
    try await reachesTheShell(tmux)
  }

  /// What was piped to the picker was not meant to be run by the shell.
  private func reachesTheShell(_ tmux: Tmux) async throws {
    try await tmux.waits(for: "ready>")
    #expect(try await tmux.types("printenv SWITCHBACK_ENTRY").output == "beta\n")
    try await tmux.keys("exit 7<enter>")
    #expect(try await tmux.status() == 7)
    #expect(try tmux.damage() == [])
    #expect(!tmux.home.names(in: "work").contains("was-run"))
  }

  @Test(arguments: pipelines)
  func leavingIs130(pipeline: String) async throws {
    let tmux = try await piped(pipeline, "switchback")
    try await tmux.waits(for: "? help")
    try await tmux.keys("<ctrl-c>")
    #expect(try await tmux.status() == 130)
    #expect(try tmux.damage() == [])
  }

  @Test func aShellByNameRunsWhatIsPipedToIt() async throws {
    let home = try home()
    let tmux = try await Tmux(
      home, "bash", "-c", "echo 'printenv SWITCHBACK_ENTRY > ran' | switchback shell alpha")
    #expect(try await tmux.status() == 0)
    #expect(try home.read("work/ran") == "alpha\n")
  }

  private func uncontrolled(_ command: String) async throws -> Tmux {
    try await Tmux(try home(), "setsid", "-w", "sh", "-c", command + "; exit $?")
  }

  @Test(arguments: ["switchback", "switchback --accessible"])
  func aTerminalThatControlsNobodyIsEnough(command: String) async throws {
    let tmux = try await uncontrolled(command)
    try await tmux.waits(for: "? for help:")
    try await tmux.keys("2<enter>")
    try await tmux.waits(for: "ready>")
    #expect(try await tmux.types("printenv SWITCHBACK_ENTRY").output == "beta\n")
    try await tmux.keys("exit 7<enter>")
    #expect(try await tmux.status() == 7)
    #expect(try tmux.damage() == [])
  }

  @Test(arguments: ["<ctrl-c>", "be<ctrl-c>", "<ctrl-d>", "q<enter>"])
  func itIsLeftAsAnyOther(keys: String) async throws {
    let tmux = try await uncontrolled("switchback")
    try await tmux.waits(for: "? for help:")
    try await tmux.keys(keys)
    #expect(try await tmux.status() == 130)
    #expect(try tmux.damage() == [])
  }
}
