import AWSClient
import Foundation
import Sandbox
import Testing

struct CodeLoginTests {
  private var cloud = FakeAWS.office()
  private static let callback = "http://127.0.0.1:8400/oauth/callback"
  /// RFC 7636, appendix B.
  private static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
  private static let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"

  @Test mutating func goesFromTheBrowserToAToken() {
    let client = codeClient()
    let sent = authorize(client)
    #expect(sent.status == 302)
    #expect(sent.headers.named("location")?.hasPrefix("\(Self.callback)?code=") == true)
    #expect(sent.redirect["state"] == "a state")
    let reply = redeem(client, sent)
    #expect(reply.status == 200 && reply.json("refreshToken") != nil)
    #expect(
      cloud.portal("/assignment/accounts", token: reply.json("accessToken") ?? "").status == 200)
  }

  @Test mutating func takesWhatOurOwnClientSends() {
    let client = codeClient()
    let query =
      "response_type=code&client_id=\(client.id)&redirect_uri="
      + "http%3A%2F%2F127.0.0.1%3A8400%2Foauth%2Fcallback&state=s&code_challenge_method=S256"
      + "&scopes=sso%3Aaccount%3Aaccess&code_challenge=\(Self.challenge)"
    #expect(cloud.send("GET", "/authorize?\(query)").redirect["state"] == "s")
  }

  @Test mutating func takesACodeOnceAndSoon() {
    let client = codeClient()
    let sent = authorize(client)
    #expect(redeem(client, sent).status == 200)
    #expect(redeem(client, sent).json("error") == "invalid_grant")
    #expect(redeem(client, authorize(client), at: now + 60).json("error") == "invalid_grant")
  }

  @Test(arguments: [
    ("codeVerifier", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXK", "invalid_grant"),
    ("codeVerifier", "short", "invalid_grant"), ("codeVerifier", "", "invalid_request"),
    ("redirectUri", "http://127.0.0.1:8401/oauth/callback", "invalid_grant"),
    ("redirectUri", "http://127.0.0.1/oauth/callback", "invalid_grant"),
    ("code", "another", "invalid_grant"),
  ])
  func holdsTheCodeAgainst(name: String, value: String, error: String) {
    var test = self
    let client = test.codeClient()
    let sent = test.authorize(client)
    #expect(test.redeem(client, sent, [name: value]).json("error") == error)
  }

  @Test mutating func givesNoCodeOfAnotherClient() {
    let sent = authorize(codeClient())
    #expect(redeem(codeClient(), sent).json("error") == "invalid_grant")
  }

  @Test(arguments: [
    ("client_id", "nobody"), ("redirect_uri", "https://evil.example/"),
    ("redirect_uri", "http://127.0.0.1/oauth/callback"),
    ("redirect_uri", "http://127.0.0.1:0/oauth/callback"),
    ("redirect_uri", "http://127.0.0.1:8400/other"),
    ("redirect_uri", "http://127.0.0.1:8400@evil.example/oauth/callback"),
    ("redirect_uri", "http://localhost:8400/oauth/callback"),
  ])
  func doesNotRedirectToUnknownAddresses(name: String, value: String) {
    var test = self
    let reply = test.authorize(test.codeClient(), [name: value])
    #expect([400, 401].contains(reply.status) && reply.redirect.isEmpty)
    #expect(reply.text.contains("<h1>"))
  }

  @Test(arguments: [
    ("response_type", "token", "unsupported_response_type"), ("state", "", "invalid_request"),
    ("code_challenge_method", "plain", "invalid_request"),
    ("code_challenge", "x", "invalid_request"),
    ("scopes", "", "invalid_scope"), ("scopes", "sso:account:access more", "invalid_scope"),
  ])
  func sendsTheBrowserBackWithTheFault(name: String, value: String, error: String) {
    var test = self
    let reply = test.authorize(test.codeClient(), [name: value])
    #expect(reply.status == 302 && reply.redirect["error"] == error)
    #expect(reply.redirect["code"] == nil)
  }

  @Test mutating func asksOnAPageUnlessItApprovesItself() {
    cloud.identityCenter?.approvesAutomatically = nil
    let client = codeClient()
    let page = authorize(client)
    #expect(page.status == 200 && page.text.contains("<form"))
    let target = "/authorize?" + query(client).map { "\($0)=\(escaped($1))" }.joined(separator: "&")
    let form = ["Content-Type": "application/x-www-form-urlencoded"]
    let denied = cloud.send("POST", target, form, body: Array("answer=deny".utf8))
    #expect(denied.redirect["error"] == "access_denied")
    let allowed = cloud.send("POST", target, form, body: Array("person=ana&answer=approve".utf8))
    #expect(redeem(client, allowed).status == 200)
  }

  private mutating func codeClient() -> Registration {
    cloud.client([
      "grantTypes": ["authorization_code", "refresh_token"], "issuerUrl": String.startURL,
      "redirectUris": ["http://127.0.0.1/oauth/callback"],
    ])
  }

  private func query(_ client: Registration) -> [String: String] {
    [
      "response_type": "code", "client_id": client.id, "redirect_uri": Self.callback,
      "state": "a state", "code_challenge_method": "S256", "code_challenge": Self.challenge,
      "scopes": "sso:account:access",
    ]
  }

  private mutating func authorize(
    _ client: Registration, _ changes: [String: String] = [:]
  ) -> Reply {
    cloud.get("/authorize", query(client).merging(changes) { $1 })
  }

  private mutating func redeem(
    _ client: Registration, _ sent: Reply, _ changes: [String: String] = [:], at date: Date = now
  ) -> Reply {
    let grant = [
      "code": sent.redirect["code"] ?? "", "redirectUri": Self.callback,
      "codeVerifier": Self.verifier,
    ]
    return cloud.token(client, "authorization_code", grant.merging(changes) { $1 }, at: date)
  }
}
