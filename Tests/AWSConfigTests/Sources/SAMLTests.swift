import AWSConfig
import Accounts
import Testing

struct SAMLTests {
  @Test(arguments: [
    ("saml_assertion_file = /a b", SAMLSource.Assertion.file("/a b")),
    ("saml_assertion_file = -", .standardInput),
    (
      "saml_assertion_process = adfs --user 'a b'",
      .process(command: "adfs --user 'a b'", words: ["adfs", "--user", "a b"])
    ),
  ])
  func theAssertionsPlaces(_ line: String, _ assertion: SAMLSource.Assertion) throws {
    let config = SharedConfig(
      """
      [profile p]
      role_arn = arn:aws-cn:iam::123456789012:role/r
      saml_principal_arn = arn:aws-cn:iam::123456789012:saml-provider/ADFS
      duration_seconds = 7200
      \(line)
      """)
    let expected = SAMLSource(
      profile: "p", roleARN: "arn:aws-cn:iam::123456789012:role/r",
      principalARN: "arn:aws-cn:iam::123456789012:saml-provider/ADFS", assertion: assertion,
      durationSeconds: 7200)
    let chain = try config.chain(for: "p", environment: [:])
    #expect(chain == RoleChain(profile: "p", base: .saml(expected)))
    #expect(chain.kind == .saml)
  }

  @Test func theAssertionMayNameTheProvider() throws {
    let config = SharedConfig("[profile p]\n" + ChainTests.role + "saml_assertion_file=-")
    guard case .saml(let source) = try config.chain(for: "p", environment: [:]).base else {
      Issue.record("The assertion was not used.")
      return
    }
    #expect(source.principalARN == nil)
  }

  @Test(arguments: [
    "adfs", "arn:aws:iam::123456789012:role/r", "arn:aws:iam::123456789012:saml-provider/",
    "arn:aws:iam::12345:saml-provider/x", "arn:aws:sts::123456789012:saml-provider/x", "",
  ])
  func whatNamesNoProviderIsAProblem(_ text: String) {
    let config = SharedConfig(
      "[profile p]\n\(ChainTests.role)saml_assertion_file=-\nsaml_principal_arn=\(text)")
    #expect(throws: ChainError.self) { try config.chain(for: "p", environment: [:]) }
  }
}
