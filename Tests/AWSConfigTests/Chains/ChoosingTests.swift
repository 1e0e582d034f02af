import AWSConfig
import Accounts
import Secrets
import Testing

/// What is chosen changes the last role, where AWS lets it.
struct ChoosingTests {
  static let arn = "arn:aws-us-gov:iam::123456789012:role/r"
  static let readOnly = "arn:aws-us-gov:iam::aws:policy/ReadOnlyAccess"

  private func choice(_ change: (inout SessionOptions) -> Void) -> SessionOptions {
    var choice = SessionOptions()
    change(&choice)
    return choice
  }

  private func chain(_ base: CredentialSource, hops: [RoleHop] = []) -> RoleChain {
    RoleChain(profile: "prod", base: base, hops: hops)
  }

  static let keys = CredentialSource.staticKeys(
    AWSCredentials(accessKeyID: "AK", secretAccessKey: Secret("s")), profile: "prod")
  static let web = WebIdentitySource(
    profile: "prod", roleARN: arn, roleSessionName: "mine", tokenFile: "/t", durationSeconds: 900)
  static let saml = SAMLSource(profile: "prod", roleARN: arn, assertion: .standardInput)

  @Test func theLastHopTakesAllOfIt() throws {
    let first = RoleHop(profile: "a", roleARN: Self.arn, durationSeconds: 900)
    let last = RoleHop(
      profile: "prod", roleARN: Self.arn, roleSessionName: "mine", externalID: "x",
      durationSeconds: 900)
    let choice = choice {
      $0.region = "x"
      $0.durationSeconds = 1800
      $0.sessionName = "me"
      $0.sourceIdentity = "maya"
      $0.tags = [SessionOptions.Tag("a", "b")]
      $0.policyARNs = ["arn:p"]
      $0.policy = "{}"
    }
    let chosen = try chain(Self.keys, hops: [first, last]).applying(choice)
    var expected = last
    expected.durationSeconds = 1800
    expected.roleSessionName = "me"
    expected.sourceIdentity = "maya"
    expected.tags = [SessionOptions.Tag("a", "b")]
    expected.policyARNs = ["arn:p"]
    expected.policy = "{}"
    #expect(chosen == chain(Self.keys, hops: [first, expected]))
  }

  @Test func readOnlyIsThePolicyOfTheRolesPartition() throws {
    let choice = choice { $0.isReadOnly = true }
    let hop = RoleHop(profile: "prod", roleARN: Self.arn, durationSeconds: 900)
    let chosen = try chain(Self.keys, hops: [hop]).applying(choice)
    #expect(chosen.hops.map(\.policyARNs) == [[Self.readOnly]])
    #expect(chosen.hops.map(\.durationSeconds) == [900])
    var web = Self.web
    web.policyARNs = [Self.readOnly]
    #expect(try chain(.webIdentity(Self.web)).applying(choice).base == .webIdentity(web))
    var saml = Self.saml
    saml.policyARNs = [Self.readOnly]
    #expect(try chain(.saml(Self.saml)).applying(choice).base == .saml(saml))
  }

  @Test func readOnlyTwiceIsOnce() throws {
    let choice = choice {
      $0.isReadOnly = true
      $0.policyARNs = [Self.readOnly]
    }
    let chosen = try chain(Self.keys, hops: [RoleHop(profile: "p", roleARN: Self.arn)])
      .applying(choice)
    #expect(chosen.hops.map(\.policyARNs) == [[Self.readOnly]])
  }

  // What one session policy allows is allowed: the session would be called read-only and not be it.
  @Test func readOnlyWithAnotherPolicyIsRefused() {
    for other in [
      choice { $0.policyARNs = ["arn:aws:iam::aws:policy/AdministratorAccess"] },
      choice { $0.policy = "{}" },
    ] {
      var choice = other
      choice.isReadOnly = true
      let chain = chain(Self.keys, hops: [RoleHop(profile: "prod", roleARN: Self.arn)])
      #expect(throws: SessionOptionsError.self) { try chain.applying(choice) }
    }
  }

  @Test func aTokensRoleTakesDurationAndName() throws {
    let choice = choice {
      $0.durationSeconds = 1800
      $0.sessionName = "me"
    }
    var web = Self.web
    web.durationSeconds = 1800
    web.roleSessionName = "me"
    #expect(try chain(.webIdentity(Self.web)).applying(choice).base == .webIdentity(web))
  }

  @Test func aRegionIsAlwaysFine() throws {
    let chain = chain(Self.keys)
    #expect(try chain.applying(choice { $0.region = "eu-west-1" }) == chain)
  }

  static let refused: [(CredentialSource, @Sendable (inout SessionOptions) -> Void, [String])] = [
    (keys, { $0.isReadOnly = true }, ["'prod'", "read-only", "stored access key"]),
    (keys, { $0.tags = [SessionOptions.Tag("a", "b")] }, ["tags"]),
    (
      .sso(
        SSOSource(
          profile: "prod", login: SSOLogin(startURL: "u", region: "r"), accountID: "1",
          roleName: "r")), { $0.isReadOnly = true },
      ["'prod'", "Identity Center", "read-only permission set"]
    ),
    (
      .process(ProcessSource(profile: "prod", command: "c", words: ["c"])),
      { $0.durationSeconds = 900 }, ["duration", "credential_process"]
    ),
    (.webIdentity(web), { $0.sourceIdentity = "m" }, ["source identity", "token"]),
    (.webIdentity(web), { $0.tags = [SessionOptions.Tag("a", "b")] }, ["tags", "token"]),
    (.saml(saml), { $0.sessionName = "m" }, ["session name", "assertion"]),
    (.saml(saml), { $0.tags = [SessionOptions.Tag("a", "b")] }, ["tags", "assertion"]),
  ]

  @Test(arguments: refused.indices)
  func whatCannotBeChosenSaysWhy(_ index: Int) throws {
    let (base, change, parts) = Self.refused[index]
    let problem = try #require(throws: SessionOptionsError.self) {
      try chain(base).applying(choice(change))
    }
    for part in parts { #expect("\(problem)".contains(part), "\(problem)") }
    #expect("\(problem)".hasSuffix("."))
  }
}
