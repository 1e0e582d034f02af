import Testing

/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct ExecTests {
  private func home() throws -> Home {
    let home = try Home()
    try home.config(storedKeys("prod") + storedKeys("dev"))
    return home
  }

  @Test(arguments: [0, 1, 7, 255] as [Int32])
  func theCommandsStatusIsOurs(status: Int32) async throws {
    let ended = try await home().switchback("exec", "prod", "--", "sh", "-c", "exit \(status)")
    #expect(ended == Outcome(status: status, output: "", errors: ""))
  }

  @Test(
    arguments: [("TERM", 143), ("KILL", 137), ("INT", 130), ("SEGV", 139)] as [(String, Int32)])
  func aSignalIs128AndItsNumber(signal: String, status: Int32) async throws {
    let ended = try await home().switchback("exec", "prod", "--", "sh", "-c", "kill -\(signal) $$")
    #expect(ended.status == status, "\(ended)")
  }

  @Test func aCommandThatIsNotThere() async throws {
    let ended = try await home().switchback("exec", "prod", "--", "no-such-command")
    #expect(ended.refuses(127, saying: "no-such-command"), "\(ended)")
  }

  @Test func aCommandThatCannotBeRun() async throws {
    let home = try home()
    try home.write("work/plain", "no program\n")
    let ended = try await home.switchback("exec", "prod", "--", "./plain")
    #expect(ended.refuses(126, saying: "./plain"), "\(ended)")
  }

  @Test func inputAndOutputPassThrough() async throws {
    let text = String(repeating: "0123456789abcdef\n", count: 20_000)
    let ended = try await home().switchback("exec", "prod", "--", "cat", input: text)
    #expect(ended == Outcome(status: 0, output: text, errors: ""))
  }

  @Test func argumentsArriveAsTheyAre() async throws {
    let arguments = ["", "a b", "$(id)", "*", "--", "-x", "'\"\\"]
    let ended = try await home().run(
      ["switchback", "exec", "prod", "--", "printf", "%s\\n"] + arguments)
    #expect(ended.output == arguments.map { $0 + "\n" }.joined(), "\(ended)")
  }

  @Test func theEnvironmentIsTheEntrys() async throws {
    let home = try home()
    let hostile = [
      "AWS_PROFILE": "dev", "AWS_VAULT": "dev", "AWS_CONFIG_FILE": home.path("home/.aws/config"),
    ]
    let ended = try await home.switchback("exec", "prod", "--", "env", "-0", with: hostile)
    let inside = environment(ended.output)
    #expect(inside["AWS_ACCESS_KEY_ID"] == "AKIAIOSFODNN7EXAMPLE")
    #expect(inside["SWITCHBACK_ENTRY"] == "prod" && inside["AWS_REGION"] == "eu-west-1")
    #expect(inside["AWS_PROFILE"] == nil && inside["AWS_VAULT"] == nil)
    #expect(inside["AWS_CONFIG_FILE"] == home.path("home/.aws/config"))
  }

  @Test func theHistoryHasIt() async throws {
    let home = try home()
    _ = try await home.switchback("exec", "prod", "--", "false")
    let recents = try await home.switchback("recent", "--json").json(as: [Recent].self)
    #expect(recents.map(\.entry) == ["prod"])
    #expect(recents.map(\.how) == ["exec"] && recents.map(\.exit_status) == [1])
  }

  @Test func aNameThatIsNotExactRunsNothing() async throws {
    let home = try home()
    for name in ["pro", "Prod", "prod ", "prod*", ""] {
      let refused = try await home.switchback("exec", name, "--", "touch", home.path("ran"))
      #expect(refused.refuses(2), "\(name): \(refused)")
    }
    #expect(!home.names(in: "").contains("ran"))
  }

  @Test func withoutACommandItIsUsage() async throws {
    #expect(try await home().switchback("exec", "prod").status == 64)
    #expect(try await home().switchback("exec", "prod", "--no-such-option").status == 64)
  }
}
