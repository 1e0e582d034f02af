import AWSClient
import Foundation
import Secrets
import Services
import Testing

struct OIDCTests {
  private func asked<Operation: APIOperation>(
    _ operation: Operation, _ answer: String
  ) async throws -> (HTTPRequest, Operation.Answer) {
    let oidc = FakeSTS(.answer(jsonResponse(answer)))
    let result = try await oidc.api(try .oidc(region: "us-east-1")).call(operation)
    let request = try #require(oidc.requests.first)
    #expect(request.method == "POST")
    #expect(request.headers.named("content-type") == "application/json")
    #expect(request.headers.named("authorization") == nil)
    return (request, result)
  }

  static let registered =
    #"{"clientId":"cid","clientSecret":"cs","clientSecretExpiresAt":1767326645}"#

  @Test func aClientThatShowsACodeIsRegistered() async throws {
    let (request, client) = try await asked(RegisterClient(clientName: "n"), Self.registered)
    #expect(request.url == "https://oidc.us-east-1.amazonaws.com/client/register")
    #expect(request.json == ["clientName": "n", "clientType": "public"])
    let end = Date(timeIntervalSince1970: 1_767_326_645)
    #expect(
      client == ClientRegistration(clientID: "cid", clientSecret: Secret("cs"), expiresAt: end))
  }

  @Test func aClientOfTheBrowserIsRegistered() async throws {
    let operation = RegisterClient(
      clientName: "n", scopes: ["sso:account:access", "x"],
      grantTypes: ["authorization_code", "refresh_token"],
      redirectURIs: ["http://127.0.0.1/oauth/callback"], issuerURL: "https://d-1.awsapps.com/start")
    let (request, _) = try await asked(operation, Self.registered)
    #expect(
      request.json == [
        "clientName": "n", "clientType": "public", "scopes": "sso:account:access,x",
        "grantTypes": "authorization_code,refresh_token",
        "redirectUris": "http://127.0.0.1/oauth/callback",
        "issuerUrl": "https://d-1.awsapps.com/start",
      ])
  }

  static let device = StartDeviceAuthorization(
    clientID: "cid", clientSecret: Secret("cs"), startURL: "https://d-1.awsapps.com/start")

  @Test func aCodeIsAskedFor() async throws {
    let answer = """
      {"deviceCode":"dc","userCode":"AB-CD","verificationUri":"https://d/","expiresIn":600,
       "verificationUriComplete":"https://d/?user_code=AB-CD","interval":1}
      """
    let (request, device) = try await asked(Self.device, answer)
    #expect(request.url == "https://oidc.us-east-1.amazonaws.com/device_authorization")
    #expect(
      request.json == [
        "clientId": "cid", "clientSecret": "cs", "startUrl": "https://d-1.awsapps.com/start",
      ])
    let expected = DeviceAuthorization(
      deviceCode: Secret("dc"), userCode: "AB-CD", verificationURI: "https://d/",
      verificationURIComplete: "https://d/?user_code=AB-CD", expiresIn: 600, interval: 1)
    #expect(device == expected)
  }

  @Test func theIntervalIsFiveSecondsWhereAWSGivesNone() async throws {
    let answer = """
      {"deviceCode":"dc","userCode":"AB","verificationUri":"https://d/","expiresIn":600}
      """
    let (_, device) = try await asked(Self.device, answer)
    #expect(device.interval == 5)
    #expect(device.verificationURIComplete == nil)
  }

  @Test(arguments: ["file:///etc/passwd", "javascript:alert(1)", "https://", "https://a b", "d"])
  func onlyAWebAddressIsForABrowser(url: String) {
    let answer = """
      {"deviceCode":"dc","userCode":"AB","verificationUri":"https://d/","expiresIn":600,
       "verificationUriComplete":"\(url)"}
      """
    #expect(throws: ResponseError.invalidValue("verificationUriComplete")) {
      try Self.device.answer(jsonResponse(answer), at: FakeSTS.now)
    }
  }

  @Test(arguments: [
    (
      TokenGrant.deviceCode(Secret("dc")),
      ["grantType": "urn:ietf:params:oauth:grant-type:device_code", "deviceCode": "dc"]
    ),
    (.refreshToken(Secret("rt")), ["grantType": "refresh_token", "refreshToken": "rt"]),
    (
      .authorizationCode(Secret("ac"), redirectURI: "http://127.0.0.1:9/c", verifier: Secret("v")),
      [
        "grantType": "authorization_code", "code": "ac", "redirectUri": "http://127.0.0.1:9/c",
        "codeVerifier": "v",
      ]
    ),
  ])
  func aTokenIsAskedFor(grant: TokenGrant, members: [String: String]) async throws {
    let operation = CreateToken(clientID: "cid", clientSecret: Secret("cs"), grant: grant)
    let (request, token) = try await asked(
      operation,
      #"{"accessToken":"at","expiresIn":28800,"refreshToken":"rt2","tokenType":"Bearer"}"#)
    #expect(request.url == "https://oidc.us-east-1.amazonaws.com/token")
    let client = ["clientId": "cid", "clientSecret": "cs"]
    #expect(request.json == members.merging(client) { $1 })
    let expected = OIDCToken(
      accessToken: Secret("at"), expiresIn: 28_800, refreshToken: Secret("rt2"))
    #expect(token == expected)
  }

  @Test func aLoginMayGiveNoRefreshToken() async throws {
    let operation = CreateToken(
      clientID: "c", clientSecret: Secret("s"), grant: .refreshToken(Secret("r")))
    let (_, token) = try await asked(operation, #"{"accessToken":"at","expiresIn":1}"#)
    #expect(token.refreshToken == nil)
  }
}
