import AWSClient
import Foundation
import STS
import Secrets
import Testing

struct SAMLTests {
  static let role = "arn:aws:iam::123456789012:role/rr"
  static let provider = "arn:aws:iam::123456789012:saml-provider/adfs"

  static func operation(
    provider: String = provider, assertion: String = "PHNhbWw+", duration: Int? = nil,
    arns: [String]? = nil, policy: String? = nil
  ) -> AssumeRoleWithSAML {
    AssumeRoleWithSAML(
      roleARN: role, principalARN: provider, assertion: Secret(assertion),
      durationSeconds: duration, policyARNs: arns, policy: policy)
  }

  @Test func theAssertionGoesAlongUnsigned() async throws {
    let answer = assumeRoleAnswer().replacing("AssumeRoleRe", with: "AssumeRoleWithSAMLRe")
    let sts = FakeSTS(.answer(xmlResponse(answer)))
    let role = try await sts.client().call(
      Self.operation(duration: 900, arns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"], policy: "{}"))
    #expect(role.credentials.accessKeyID == "ASIAEXAMPLE")
    let request = try #require(sts.requests.first)
    #expect(request.headers.named("authorization") == nil)
    #expect(
      String(decoding: request.body, as: UTF8.self)
        == "Action=AssumeRoleWithSAML&Version=2011-06-15"
        + "&RoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Frr"
        + "&PrincipalArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Asaml-provider%2Fadfs"
        + "&SAMLAssertion=PHNhbWw%2B"
        + "&PolicyArns.member.1.arn=arn%3Aaws%3Aiam%3A%3Aaws%3Apolicy%2FReadOnlyAccess"
        + "&Policy=%7B%7D&DurationSeconds=900")
  }

  static let broken: [(operation: AssumeRoleWithSAML, says: String)] = [
    (operation(assertion: "abc"), "The SAML assertion has 3 characters; STS accepts 4 to 100000."),
    (operation(assertion: String(repeating: "A", count: 100_001)), "has 100001 characters"),
    (operation(provider: "arn:aws:iam::123456789012:role/adfs"), "is not a SAML provider's ARN"),
    (operation(provider: "adfs"), "saml_principal_arn 'adfs' has 4 characters"),
    (operation(duration: 899), "duration_seconds 899 is too short"),
    (operation(duration: 43_201), "too long; STS accepts 900 to 43200"),
    (operation(policy: ""), "The session policy '' has 0 characters"),
    (operation(policy: String(repeating: " ", count: 2049)), "2049 characters together"),
    (operation(arns: (1...11).map { "arn:aws:iam::aws:policy/P\($0)" }), "up to 10"),
  ]

  @Test(arguments: broken.indices) func aBrokenLimitIsNamed(index: Int) {
    let faults = Self.broken[index].operation.violations
    #expect(faults.count == 1)
    #expect(faults.first?.contains(Self.broken[index].says) == true, "\(faults)")
    #expect(faults.first?.contains("AAAA") == false)
  }

  @Test func withinTheLimitsThereIsNoFault() {
    #expect(Self.operation().violations == [])
    #expect(Self.operation(assertion: String(repeating: "A", count: 100_000)).violations == [])
    #expect(Self.operation(duration: 43_200, arns: [], policy: "{}").violations == [])
  }
}
