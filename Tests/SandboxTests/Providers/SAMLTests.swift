import Foundation
import Sandbox
import Secrets
import Testing

struct SAMLTests {
  private let provider = IdentityProvider.saml(
    "ADFS", account: "222233334444", secret: Secret("between us"))
  private var cloud: FakeAWS

  init() {
    let trust = TrustPolicy([provider.arn])
    let roles = ["Staff", "Other"].map {
      Role(arn: roleARN($0), trust: trust, maxSessionDuration: 43200)
    }
    cloud = FakeAWS(users: [], roles: roles, seed: Secret("tests"))
    cloud.providers = [provider]
  }

  @Test mutating func opensARole() throws {
    let reply = assume(try assertion(), ["DurationSeconds": "7200"])
    #expect(reply.status == 200, "\(reply.refusal)")
    #expect(reply["Arn"] == "arn:aws:sts::222233334444:assumed-role/Staff/maya")
    #expect(reply["Subject"] == "maya" && reply["Expiration"] == "2026-01-06T14:00:00Z")
    #expect(cloud.ask("GetCallerIdentity", as: reply.keys).status == 200)
  }

  @Test mutating func endsASessionWithTheProvidersOwn() throws {
    let assertion = try provider.samlAssertion(
      subject: "maya", roleARNs: [roleARN("Staff")], at: now, sessionSeconds: 1800)
    #expect(assume(assertion)["Expiration"] == "2026-01-06T12:30:00Z")
  }

  @Test mutating func saysWhatIsWrong() throws {
    #expect(
      assume(Secret("????")).refusal == "400 InvalidIdentityToken: Invalid base64 SAMLResponse")
    #expect(
      assume(try assertion(), at: now + 300).refusal
        == "400 ExpiredTokenException: Token must be redeemed within 5 minutes of issuance")
    #expect(
      assume(try assertion(), ["RoleArn": roleARN("Other")]).refusal
        == "403 AccessDenied: Not authorized to perform sts:AssumeRoleWithSAML")
    #expect(
      assume(try assertion(), ["PrincipalArn": provider.arn + "2"]).refusal
        == "400 InvalidIdentityToken: Specified provider doesn't exist")
  }

  @Test mutating func refusesWhatWasChanged() throws {
    let text = Data(base64Encoded: try assertion().revealed) ?? Data()
    let changed = String(decoding: text, as: UTF8.self)
      .replacingOccurrences(of: "role/Staff", with: "role/Other")
    let reply = assume(
      Secret(Data(changed.utf8).base64EncodedString()), ["RoleArn": roleARN("Other")])
    #expect(reply.refusal == "400 InvalidIdentityToken: Response signature invalid")
  }

  @Test mutating func tellsOfCallsWithoutTheAssertion() throws {
    let asked = asked(try assertion(), [:])
    let call = cloud.exchange(.form("AssumeRoleWithSAML", asked), at: now).call
    #expect(call.parameters["SAMLAssertion"] == "••••")
    #expect(
      call.verdict == .allowed(to: "arn:aws:sts::222233334444:assumed-role/Staff/maya"))
  }

  private func assertion() throws -> Secret {
    try provider.samlAssertion(subject: "maya", roleARNs: [roleARN("Staff")], at: now)
  }

  private mutating func assume(
    _ assertion: Secret, _ more: [String: String] = [:], at date: Date = now
  ) -> Reply {
    cloud.askUnsigned("AssumeRoleWithSAML", asked(assertion, more), at: date)
  }

  private func asked(_ assertion: Secret, _ more: [String: String]) -> [String: String] {
    [
      "RoleArn": roleARN("Staff"), "PrincipalArn": provider.arn,
      "SAMLAssertion": assertion.revealed,
    ].merging(more) { $1 }
  }
}
