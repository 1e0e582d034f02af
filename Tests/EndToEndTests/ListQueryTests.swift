import Testing

/// `switchback list` with the picker's queries: what is found is on standard output, what is said
/// of the query on standard error.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct ListQueryTests {
  private func list(_ arguments: String...) async throws -> Outcome {
    let home = try Home()
    try home.config(
      storedKeys("base") + """
        [profile pay-prod]
        role_arn = arn:aws:iam::222233334444:role/Admin
        source_profile = base
        mfa_serial = arn:aws:iam::111122223333:mfa/phone
        [profile pay-dev]
        role_arn = arn:aws:iam::222233334444:role/ReadOnly
        source_profile = base
        [profile lost]
        role_arn = arn:aws:iam::333344445555:role/Admin
        source_profile = ghost
        """)
    return try await home.run(["switchback", "list"] + arguments)
  }

  private func names(_ outcome: Outcome) -> [String] {
    outcome.output.split(separator: "\n").map { String($0.prefix { $0 != " " }) }
  }

  @Test(arguments: [
    ("is:mfa", ["pay-prod"]), ("is:broken", ["lost"]), ("account:2222 !is:mfa", ["pay-dev"]),
    ("2222-3333-4444", ["pay-dev", "pay-prod"]),
    ("arn:aws:sts::222233334444:assumed-role/ReadOnly/jane", ["pay-dev"]),
  ])
  func findsStatesFieldsAndAccounts(query: String, names: [String]) async throws {
    let listed = try await list("--filter", query)
    #expect(listed.status == 0 && listed.errors.isEmpty && Set(self.names(listed)) == Set(names))
  }

  @Test func saysThatThereIsNoSuchField() async throws {
    let listed = try await list("--filter", "acount:2222")
    #expect(listed.refuses(1, saying: "There is no field 'acount'; did you mean 'account:'?"))
  }

  @Test func takesAnAccount() async throws {
    let listed = try await list("--account", "2222-3333-4444", "--filter", "'dev")
    #expect(listed.status == 0 && names(listed) == ["pay-dev"])
    #expect(try await list("--account", "999988887777").status == 1)
    #expect(try await list("--account", "prod").refuses(64, saying: "'prod'", "--account"))
  }

  @Test func givesTheColourOfTheEnvironment() async throws {
    struct Listed: Decodable {
      var name: String
      var color: String
    }
    let colors = try await list("--json").json(as: [Listed].self)
    #expect(colors.first { $0.name == "pay-prod" }?.color == "#d13212")
    #expect(colors.first { $0.name == "pay-dev" }?.color == "#1d8102")
  }
}
