import Accounts
import STS
import Secrets
import Testing

struct AssumeRoleLimitTests {
  static let role = "arn:aws:iam::123456789012:role/rr"

  static let kept: [AssumeRole] = [
    AssumeRole(roleARN: role, sessionName: "me"),
    AssumeRole(roleARN: role, sessionName: "a+b=c,d.e@f-g_h"),
    AssumeRole(roleARN: role, sessionName: String(repeating: "n", count: 64)),
    AssumeRole(roleARN: role, sessionName: "me", durationSeconds: 900, externalID: "a:b/_+=,.@-"),
    AssumeRole(roleARN: role, sessionName: "me", durationSeconds: 43_200),
    AssumeRole(
      roleARN: role, sessionName: "me", externalID: String(repeating: "x/+=", count: 306)),
    AssumeRole(
      roleARN: role, sessionName: "me",
      mfa: MFA(serialNumber: "arn:aws:iam::123456789012:mfa/me", code: Secret("012345"))),
    AssumeRole(
      roleARN: role, sessionName: "me", tags: [.init("Ünï cödé", ""), .init("k", "a b:/=+-@_.")]),
    AssumeRole(roleARN: role, sessionName: "me", policy: "{\n\t\"é\": 1}"),
  ]

  @Test(arguments: kept) func withinTheLimitsThereIsNoFault(request: AssumeRole) {
    #expect(request.violations == [])
  }

  struct Broken: Sendable {
    var says: [String]
    var request: AssumeRole
    init(_ request: AssumeRole, _ says: String...) {
      (self.request, self.says) = (request, says)
    }
  }

  static let broken: [Broken] = [
    Broken(named("a b"), "role_session_name 'a b'", "a space", "_+=,.@-"),
    Broken(named("a/b"), "role_session_name", "'/'"),
    Broken(named("ünï"), "role_session_name", "'ü'"),
    Broken(named("a\u{1B}[31m"), "U+1b"),
    Broken(named("x"), "has 1 character;", "2 to 64"),
    Broken(named(String(repeating: "n", count: 65)), "65 characters", "2 to 64"),
    Broken(external("ünï"), "external_id", "'ü'"),
    Broken(external("a b"), "external_id", "a space"),
    Broken(external("x"), "external_id 'x' has 1 character;", "2 to 1224"),
    Broken(external(String(repeating: "x", count: 1225)), "1225 characters"),
    Broken(AssumeRole(roleARN: "arn:aws:x", sessionName: "me"), "role_arn 'arn:aws:x'", "20 to"),
    Broken(AssumeRole(roleARN: role, sessionName: "me", durationSeconds: 899), "899", "900 to"),
    Broken(AssumeRole(roleARN: role, sessionName: "me", durationSeconds: 43_201), "43200"),
    Broken(coded("12345"), "not six digits", "5 characters"),
    Broken(coded("１２３４５６"), "not six digits"),
    Broken(coded("123456", serial: "short"), "mfa_serial 'short'", "9 to 256"),
    Broken(tagged(.init("a", "1"), .init("A", "2")), "'a' is given more than once"),
    Broken(tagged(.init("", "1")), "tag key '' has 0 characters"),
    Broken(tagged(.init("k", "a;b")), "value of the tag 'k'", "';'"),
    Broken(tagged((1...51).map { AssumeRole.Tag("k\($0)", "") }), "51 tags", "up to 50"),
    Broken(
      AssumeRole(roleARN: role, sessionName: "me", sourceIdentity: "aws:me"),
      "source_identity 'aws:me'", "begins with aws:"),
    Broken(
      AssumeRole(roleARN: role, sessionName: "me", policy: "{\u{2019}}"), "session policy", "U+00FF"
    ),
    Broken(
      AssumeRole(
        roleARN: role, sessionName: "me", policy: String(repeating: " ", count: 2049)),
      "2049 characters", "2048"),
    Broken(
      AssumeRole(
        roleARN: role, sessionName: "me",
        policyARNs: (1...11).map { "arn:aws:iam::aws:policy/P\($0)" }), "11", "up to 10"),
  ]

  @Test(arguments: broken) func aBrokenLimitIsNamed(broken: Broken) throws {
    let sentence = try #require(broken.request.violations.first)
    #expect(broken.request.violations.count == 1)
    for part in broken.says {
      #expect(sentence.contains(part))
    }
    #expect(sentence.hasSuffix("."))
    #expect(!sentence.unicodeScalars.contains { $0.value < 0x20 })
  }

  @Test func theCodeItselfIsNotShown() {
    let faults = Self.coded("98765").violations.joined()
    #expect(!faults.contains("98765"))
  }

  @Test func allFaultsAreTold() {
    let request = AssumeRole(roleARN: "x", sessionName: "a b", externalID: "y")
    #expect(request.violations.count == 3)
  }

  private static func named(_ name: String) -> AssumeRole {
    AssumeRole(roleARN: role, sessionName: name)
  }

  private static func external(_ id: String) -> AssumeRole {
    AssumeRole(roleARN: role, sessionName: "me", externalID: id)
  }

  private static func coded(
    _ code: String, serial: String = "arn:aws:iam::1:mfa/me"
  ) -> AssumeRole {
    AssumeRole(
      roleARN: role, sessionName: "me", mfa: MFA(serialNumber: serial, code: Secret(code)))
  }

  private static func tagged(_ tags: AssumeRole.Tag...) -> AssumeRole {
    tagged(tags)
  }

  private static func tagged(_ tags: [AssumeRole.Tag]) -> AssumeRole {
    AssumeRole(roleARN: role, sessionName: "me", tags: tags)
  }
}

struct OtherLimitTests {
  @Test func aSessionTokenLastsUpToThirtySixHours() {
    #expect(GetSessionToken(durationSeconds: 129_600).violations == [])
    #expect(GetSessionToken(durationSeconds: 129_601).violations.count == 1)
    #expect(GetSessionToken(durationSeconds: 899).violations.count == 1)
  }

  @Test func aWebIdentityTokenHasALengthAndIsNotShown() {
    let request = AssumeRoleWithWebIdentity(
      roleARN: AssumeRoleLimitTests.role, sessionName: "me", token: Secret("abc"))
    #expect(
      request.violations == ["The web identity token has 3 characters; STS accepts 4 to 20000."])
  }

  @Test func aWebIdentityTokensPoliciesHaveLimits() {
    func faults(_ policy: String?, _ arns: [String]? = nil) -> [String] {
      AssumeRoleWithWebIdentity(
        roleARN: AssumeRoleLimitTests.role, sessionName: "me", token: Secret("abcd"),
        policyARNs: arns, policy: policy
      ).violations
    }
    #expect(faults("{}", ["arn:aws:iam::aws:policy/ReadOnlyAccess"]) == [])
    #expect(faults(String(repeating: " ", count: 2049)).count == 1)
    #expect(faults(nil, ["x"]).count == 1)
  }

  @Test func aProvidersIDHasALength() {
    let request = AssumeRoleWithWebIdentity(
      roleARN: AssumeRoleLimitTests.role, sessionName: "me", token: Secret("abcd"),
      providerID: "abc")
    #expect(request.violations == ["The provider's ID has 3 characters; STS accepts 4 to 2048."])
  }
}
