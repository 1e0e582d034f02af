import AWSClient
import AWSConfig
import Credentials
import Foundation
import Secrets
import Testing
import Text

private let answers: [String: [HTTPResponse]] = [
  "/client/register": [.client], "/device_authorization": [.code], "/token": [.token],
]
private let wholeWay = ["/client/register", "/device_authorization", "/token"]

struct LoginByCodeTests {
  @Test func asksForACodeShowsItAndKeepsTheToken() async throws {
    let wire = LoginWire(answers)
    try await wire.logIn()
    #expect(wire.paths == wholeWay)
    #expect(
      wire.texts("/client/register") == ["clientName": "switchback-corp", "clientType": "public"])
    #expect(
      wire.texts("/device_authorization") == [
        "clientId": "cid", "clientSecret": "csec", "startUrl": "https://d-1.awsapps.com/start",
      ])
    #expect(
      wire.texts("/token") == [
        "clientId": "cid", "clientSecret": "csec", "deviceCode": "dc",
        "grantType": "urn:ietf:params:oauth:grant-type:device_code",
      ])
    #expect(
      wire.news == [
        .code(
          userCode: "ABCD-EFGH", page: "https://d.test/",
          completePage: "https://d.test/?user_code=ABCD-EFGH")
      ])
    #expect(
      try wire.tokens.token(of: LoginWire.corp)
        == SSOToken(
          accessToken: Secret("NEW"), expiresAt: LoginWire.now + 28800,
          startURL: "https://d-1.awsapps.com/start", region: "eu-west-1", clientID: "cid",
          clientSecret: Secret("csec"),
          registrationExpiresAt: Date(timeIntervalSince1970: 1_797_776_000),
          refreshToken: Secret("rt2")))
    #expect(wire.opened.isEmpty && wire.slept.isEmpty)
  }

  @Test func waitsAsLongAsAWSWantsBetweenTwoQuestions() async throws {
    let wire = LoginWire(
      answers.merging(["/token": [.pending, .slowDown, .pending, .token]]) { $1 })
    try await wire.logIn()
    #expect(wire.slept == [6, 11, 11])
    #expect(try wire.tokens.token(of: LoginWire.corp)?.accessToken == Secret("NEW"))
  }

  @Test func endsWithTheCode() async throws {
    let wire = LoginWire(answers.merging(["/token": [.pending]]) { $1 })
    await #expect(throws: LoginError.notApproved(login: "corp", name: "corp")) {
      try await wire.logIn()
    }
    #expect(try wire.slept.count == 100 && wire.tokens.token(of: LoginWire.corp) == nil)
    let told = LoginWire(
      answers.merging(["/token": [.refusal(400, "ExpiredTokenException")]]) { $1 })
    await #expect(throws: LoginError.notApproved(login: "corp", name: "corp")) {
      try await told.logIn()
    }
  }

  @Test func endsWhereItIsDeclined() async throws {
    let wire = LoginWire(
      answers.merging(["/token": [.pending, .refusal(400, "AccessDeniedException")]]) { $1 })
    await #expect(throws: ServiceError.self) { try await wire.logIn() }
    #expect(wire.slept == [6])
  }

  @Test func theClientOfTheLastLoginIsUsedAgain() async throws {
    let wire = LoginWire(answers)
    try await wire.logIn()
    try await wire.logIn()
    #expect(wire.paths == wholeWay + wholeWay.dropFirst())
  }

  @Test func aClientThatAWSDoesNotKnowIsRegisteredAnewOnce() async throws {
    let unknown = HTTPResponse.refusal(401, "InvalidClientException")
    let wire = LoginWire(
      answers.merging(["/device_authorization": [.code, unknown, .code, unknown]]) { $1 })
    try await wire.logIn()
    try await wire.logIn()
    #expect(wire.paths.count { $0 == "/client/register" } == 2)
    await #expect(throws: ServiceError.self) { try await wire.logIn() }
    #expect(wire.paths.count { $0 == "/client/register" } == 3)
  }

  @Test func configuredScopesAreRegistered() async throws {
    let wire = LoginWire(answers)
    var login = LoginWire.corp
    login.scopes = ["a", "b"]
    try await wire.logIn(login)
    let body = try #require(wire.asked.first?.body)
    #expect(JSONValue(body)?["scopes"] == .array([.string("a"), .string("b")]))
  }

  @Test func aLoginOfTheOlderKindOpensTheCodesPage() async throws {
    let wire = LoginWire(answers)
    try await wire.logIn(LoginWire.legacy, method: .browser)
    #expect(wire.opened == ["https://d.test/?user_code=ABCD-EFGH"] && wire.paths == wholeWay)
    #expect(wire.texts("/client/register")?["clientName"] == "switchback-1790000000")
  }

  @Test func whatIsShownIsCleaned() async throws {
    let code = """
      {"deviceCode": "dc", "userCode": "AB\u{202E}CD", "verificationUri": "https://d.test/", \
      "expiresIn": 600}
      """
    let wire = LoginWire(answers.merging(["/device_authorization": [.json(code)]]) { $1 })
    try await wire.logIn()
    #expect(
      wire.news == [.code(userCode: "ABCD", page: "https://d.test/", completePage: nil)])
  }
}
