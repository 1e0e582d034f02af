import Testing

/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct BadEntriesTests {
  /// Any call to AWS would be refused at once, and so end with 3.
  private let nobody: PretendSTS

  init() throws { nobody = try PretendSTS(.refusing) }

  private func home(_ config: String) throws -> Home {
    let home = try Home(["AWS_ENDPOINT_URL": nobody.url])
    try home.config(storedKeys("base") + config)
    return home
  }

  @Test func anAccountIDOfSixDigitsIsRefusedBeforeAnyCall() async throws {
    let home = try home(
      """
      [profile prod]
      role_arn = arn:aws:iam::123456:role/Admin
      source_profile = base
      """)
    let refused = try await home.switchback("exec", "prod", "--", "true")
    #expect(refused.refuses(2, saying: "arn:aws:iam::123456:role/Admin", "12"), "\(refused)")
    let list = try await home.switchback("list", "--json").json(as: [Entry].self)
    #expect(list.map(\.name).contains("base"))
  }

  @Test(arguments: [
    ("prdo", ["prod"]), ("pro", ["prod", "prod-eu"]), ("PROD", ["prod"]), ("prod-ue", ["prod-eu"]),
  ])
  func anUnknownNameGetsTheNearest(typed: String, nearest: [String]) async throws {
    let home = try home(
      ["prod", "prod-eu", "staging"].map {
        "[profile \($0)]\nrole_arn = arn:aws:iam::111111111111:role/Admin\nsource_profile = base\n"
      }.joined())
    for arguments in [["exec", typed, "--", "touch", home.path("ran")], ["credentials", typed]] {
      let refused = try await home.run(["switchback"] + arguments)
      #expect(refused.refuses(2, saying: typed), "\(refused)")
      #expect(nearest.allSatisfy { refused.errors.contains($0) }, "\(refused)")
      #expect(!refused.errors.contains("staging"))
    }
    #expect(!home.names(in: "").contains("ran"))
  }

  @Test func aLoopIsNamed() async throws {
    let home = try home(
      [("one", "two"), ("two", "three"), ("three", "one")].map { name, source in
        """
        [profile \(name)]
        role_arn = arn:aws:iam::111111111111:role/\(name)
        source_profile = \(source)

        """
      }.joined())
    let refused = try await home.switchback("exec", "one", "--", "true")
    #expect(refused.refuses(2, saying: "one", "two", "three"), "\(refused)")
    #expect(try await home.switchback("list").output.contains("base"))
  }

  @Test func aSourceThatIsNotThereIsNamed() async throws {
    let home = try home(
      "[profile prod]\nrole_arn = arn:aws:iam::111111111111:role/Admin\nsource_profile = bsae\n")
    let refused = try await home.switchback("exec", "prod", "--", "true")
    #expect(refused.refuses(2, saying: "prod", "bsae"), "\(refused)")
  }
}
