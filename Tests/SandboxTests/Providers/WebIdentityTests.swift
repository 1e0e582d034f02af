import Foundation
import Sandbox
import Secrets
import Testing

struct WebIdentityTests {
  private static let issuer = "https://ci.example/tokens"
  private static let signatures: [IdentityProvider.Signature] = [
    .shared(Secret("between us")), .ownKey(seed: Secret("mine")),
  ]

  @Test(arguments: signatures)
  func opensARole(signature: IdentityProvider.Signature) throws {
    var stage = Stage(signature)
    let reply = stage.assume(try stage.token())
    #expect(reply.status == 200, "\(reply.refusal)")
    #expect(reply["Arn"] == "arn:aws:sts::222233334444:assumed-role/Deploy/ci")
    #expect(
      reply["SubjectFromWebIdentityToken"] == "repo:shop"
        && reply["Audience"] == "sts.amazonaws.com")
    #expect(reply["Provider"] == "arn:aws:iam::222233334444:oidc-provider/ci.example/tokens")
    #expect(stage.cloud.ask("GetCallerIdentity", as: reply.keys).status == 200)
  }

  @Test func isNoChainButBeginsOne() throws {
    var stage = Stage(Self.signatures[0])
    let reply = stage.assume(try stage.token(), ["DurationSeconds": "7200"])
    #expect(reply["Expiration"] == "2026-01-06T14:00:00Z")
    let next = stage.cloud.assume("After", as: reply.keys, ["DurationSeconds": "3601"])
    #expect(next.refusal.contains("1 hour session limit"))
    #expect(stage.assume(try stage.token(), ["DurationSeconds": "7201"]).status == 400)
  }

  @Test(arguments: signatures)
  func refusesTokensThatItsProviderDidNotSign(signature: IdentityProvider.Signature) throws {
    var stage = Stage(signature)
    let token = try stage.token().revealed
    let claims = token.split(separator: ".")
    let other = try stage.token(subject: "repo:other").revealed.split(separator: ".")
    let mixed = Secret("\(claims[0]).\(other[1]).\(claims[2])")
    #expect(
      stage.assume(mixed).refusal.hasPrefix(
        "400 InvalidIdentityToken: Couldn't retrieve verification key from your identity provider"))
  }

  @Test func refusesAnotherAlgorithm() throws {
    var stage = Stage(Self.signatures[1])
    let token = try Stage(Self.signatures[0]).token()
    #expect(stage.assume(token)["Code"] == "InvalidIdentityToken")
  }

  @Test(arguments: ["not.a.token", "one part only", "aa.bb"])
  func refusesWhatIsNoToken(text: String) {
    var stage = Stage(Self.signatures[0])
    #expect(stage.assume(Secret(text)).refusal.contains("is not a valid JWT"))
  }

  @Test func saysWhatIsWrongWithAToken() throws {
    var stage = Stage(Self.signatures[0])
    #expect(
      stage.assume(try stage.token(audience: "else")).refusal
        == "400 InvalidIdentityToken: Incorrect token audience")
    #expect(
      stage.assume(try stage.token(seconds: 0)).refusal
        == "400 ExpiredTokenException: Token expired: current date/time 1767700800 must be before "
        + "the expiration date/time 1767700800")
    #expect(
      stage.assume(try stage.token(subject: "repo:other")).refusal
        == "403 AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity")
    stage.cloud.providers = []
    #expect(
      stage.assume(try stage.token()).refusal
        == "400 InvalidIdentityToken: No OpenIDConnect provider found in your account for "
        + Self.issuer)
  }

  @Test func checksItsParametersAndTellsNoToken() {
    var stage = Stage(Self.signatures[0])
    // Of letters that no RequestId can hold.
    let reply = stage.assume(Secret("xyz"), ["RoleSessionName": "x"])
    #expect(reply.refusal.hasPrefix("400 ValidationError: 2 validation errors detected: "))
    #expect(!reply.text.contains("xyz"))
  }

  private struct Stage {
    var cloud: FakeAWS
    let provider: IdentityProvider

    init(_ signature: IdentityProvider.Signature) {
      provider = .oidc(issuer, account: "222233334444", signature: signature)
      let trust = TrustPolicy([provider.arn], subjects: ["repo:shop"])
      let role = Role(arn: roleARN("Deploy"), trust: trust, maxSessionDuration: 7200)
      let after = Role(
        arn: roleARN("After"), trust: TrustPolicy([role.arn]), maxSessionDuration: 7200)
      cloud = FakeAWS(users: [], roles: [role, after], seed: Secret("tests"))
      cloud.providers = [provider]
    }

    func token(
      subject: String = "repo:shop", audience: String? = nil, seconds: Int = 600
    ) throws -> Secret {
      try provider.webIdentityToken(
        subject: subject, audience: audience, at: now, seconds: seconds)
    }

    mutating func assume(_ token: Secret, _ more: [String: String] = [:]) -> Reply {
      let asked = [
        "RoleArn": roleARN("Deploy"), "RoleSessionName": "ci", "WebIdentityToken": token.revealed,
      ]
      return cloud.askUnsigned("AssumeRoleWithWebIdentity", asked.merging(more) { $1 })
    }
  }
}
