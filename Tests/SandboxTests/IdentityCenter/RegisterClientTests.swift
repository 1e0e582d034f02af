import AWSClient
import Foundation
import Sandbox
import Testing

struct RegisterClientTests {
  private var cloud = FakeAWS.office()
  private static let code: [String: any Sendable] = [
    "grantTypes": ["authorization_code", "refresh_token"],
    "redirectUris": ["http://127.0.0.1/oauth/callback"], "issuerUrl": String.startURL,
  ]

  @Test mutating func givesASecretThatEnds() {
    let reply = cloud.client().reply
    #expect(reply.status == 200)
    #expect(reply.json("clientIdIssuedAt") == "1767700800")
    #expect(reply.json("clientSecretExpiresAt") == "\(1_767_700_800 + 90 * 86400)")
    #expect(cloud.client(Self.code).reply.status == 200)
  }

  @Test(
    arguments: [
      (["clientName": ""], "400 invalid_request: Missing required parameter: clientName"),
      (
        ["clientType": "confidential"],
        "400 invalid_client_metadata: The only client type is public"
      ),
      (["scopes": ["sso:everything"]], "400 invalid_scope: Invalid scope: sso:everything"),
      (
        ["grantTypes": ["password"]], "400 unsupported_grant_type: Unsupported grant type: password"
      ),
      (
        ["redirectUris": ["http://127.0.0.1/x"]],
        "400 invalid_request: redirectUris are for the grant type authorization_code"
      ),
      (["clientName": 5], "400 invalid_request: The body is not JSON of texts."),
    ] as [([String: any Sendable], String)])
  func refuses(sent: [String: any Sendable], refusal: String) {
    var cloud = cloud
    #expect(cloud.client(sent).reply.jsonRefusal == refusal)
  }

  @Test(
    arguments: [
      ("redirectUris", ["http://127.0.0.1:8400/oauth/callback"], "invalid_redirect_uri"),
      ("redirectUris", ["http://localhost/oauth/callback"], "invalid_redirect_uri"),
      ("redirectUris", ["https://evil.example/"], "invalid_redirect_uri"),
      ("redirectUris", [String](), "invalid_request"),
      ("issuerUrl", "https://other.awsapps.com/start", "invalid_request"),
      ("issuerUrl", "", "invalid_request"),
    ] as [(String, any Sendable, String)])
  func wantsOfClientsForCodes(name: String, value: any Sendable, error: String) {
    var cloud = cloud
    let reply = cloud.client(Self.code.merging([name: value]) { $1 }).reply
    #expect(reply.status == 400 && reply.json("error") == error)
    #expect(reply.headers.contains { $0.name == "x-amzn-ErrorType" && $0.value != error })
  }

  @Test mutating func isAbsentWhereTheCompanyHasNoIdentityCenter() {
    var cloud = FakeAWS.sample()
    #expect(cloud.client().reply.status == 404)
  }

  @Test mutating func isAskedByPost() {
    #expect(cloud.get("/client/register").status == 405)
  }
}
