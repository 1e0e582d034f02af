import AWSClient
import Foundation
import Secrets
import Services
import Testing

struct PortalTests {
  static let operation = GetRoleCredentials(
    accountID: "111111111111", roleName: "Admin", accessToken: Secret("SSOTOKEN"))
  static let granted = jsonResponse(
    """
    {"roleCredentials":{"accessKeyId":"ASIASSO","secretAccessKey":"s","sessionToken":"t",\
    "expiration":1767326645000}}
    """)

  static func endpoint() throws -> Endpoint { try .sso(region: "us-east-1") }

  @Test func aRolesKeysAreAskedForWithTheTokenAndNoSignature() async throws {
    let portal = FakeSTS(.answer(Self.granted))
    let keys = try await portal.api(try Self.endpoint()).call(Self.operation)
    let request = try #require(portal.requests.first)
    #expect(request.method == "GET")
    #expect(
      request.url == "https://portal.sso.us-east-1.amazonaws.com/federation/credentials"
        + "?role_name=Admin&account_id=111111111111")
    #expect(request.headers.named("x-amz-sso_bearer_token") == "SSOTOKEN")
    #expect(request.headers.named("authorization") == nil)
    let expected = AWSCredentials(
      accessKeyID: "ASIASSO", secretAccessKey: Secret("s"), sessionToken: Secret("t"),
      expiration: Date(timeIntervalSince1970: 1_767_326_645), accountID: "111111111111")
    #expect(keys == expected)
  }

  @Test func oddNamesStayInsideTheQuery() {
    let operation = GetRoleCredentials(
      accountID: "1&x=y", roleName: "a b/+ü", accessToken: Secret("t"))
    let endpoint = Endpoint(url: "http://127.0.0.1:9/prefix/?q#f", signingRegion: "us-east-1")
    let url = operation.request(to: endpoint, at: FakeSTS.now).url
    #expect(
      url == "http://127.0.0.1:9/prefix/federation/credentials"
        + "?role_name=a%20b%2F%2B%C3%BC&account_id=1%26x%3Dy")
  }

  @Test func aLoginIsEnded() async throws {
    let portal = FakeSTS(.answer(HTTPResponse(status: 200)))
    try await portal.api(try Self.endpoint()).call(Logout(accessToken: Secret("SSOTOKEN")))
    let request = try #require(portal.requests.first)
    #expect(request.method == "POST")
    #expect(request.url == "https://portal.sso.us-east-1.amazonaws.com/logout")
    #expect(request.headers.named("x-amz-sso_bearer_token") == "SSOTOKEN")
    #expect(request.body.isEmpty)
  }

  @Test(arguments: ["tok\nX-Evil: 1", "", "töken"])
  func aTokenThatNoHeaderMayHoldIsNotSent(token: String) async throws {
    let portal = FakeSTS(.answer(Self.granted))
    let client = portal.api(try Self.endpoint())
    let problem = await #expect(throws: ServiceError.self) {
      try await client.call(Logout(accessToken: Secret(token)))
    }
    #expect(portal.requests.isEmpty)
    #expect(problem?.description.contains("Can't end the login") == true)
    #expect(problem?.description.contains("Evil") == false)
  }

  /// As faults.py has it: the calls out of three when it never ends.
  static let lasting: [(reply: FakeSTS.Reply, calls: Int, says: String)] = [
    (.answer(jsonRefusal("InternalFailure", status: 500)), 3, "error at AWS"),
    (.answer(jsonRefusal("InternalServerException", status: 400)), 3, "error at AWS"),
    (.answer(jsonRefusal("TooManyRequestsException", status: 429)), 3, "Too many calls are made"),
    (RetryTests.reset, 3, "Couldn't reach Identity Center"),
    (.answer(jsonRefusal("UnauthorizedException", status: 401)), 1, "log in again"),
    (.answer(jsonRefusal("ForbiddenException", status: 403)), 1, "not assigned to you"),
    (.answer(jsonRefusal("ResourceNotFoundException", status: 404)), 1, "not assigned to you"),
    (.answer(jsonResponse("\u{0}<html>Sign in</html>\u{1B}[31m")), 1, "is not JSON"),
    (.answer(jsonResponse(#"{"roleCredentials":{"acc"#)), 1, "cut short"),
    (
      .answer(HTTPResponse(status: 503)), 3,
      "(tried 3 times): unavailable. Try again in a minute."
    ),
    (.failure(.tooLarge(host: "h", limit: 9)), 1, "larger than 9 bytes"),
  ]

  @Test(arguments: lasting.indices) func failuresAreRetriedAsTheCLIDoes(index: Int) async throws {
    let row = Self.lasting[index]
    let portal = FakeSTS(row.reply)
    let client = portal.api(try Self.endpoint())
    let problem = await #expect(throws: ServiceError.self) { try await client.call(Self.operation) }
    #expect(portal.requests.count == row.calls)
    let sentence = try #require(problem?.description)
    #expect(sentence.contains(row.says), "\(sentence)")
    #expect(sentence.contains("the role 'Admin' in the account 111111111111"))
    expectIsFit(sentence)
    #expect(!sentence.contains("STS"))
    #expect(!sentence.contains("SSOTOKEN"))
  }

  @Test(arguments: lasting.indices.filter { lasting[$0].calls == 3 })
  func aPassingFailureIsOvercome(index: Int) async throws {
    let portal = FakeSTS(Self.lasting[index].reply, .answer(Self.granted))
    let keys = try await portal.api(try Self.endpoint()).call(Self.operation)
    #expect(keys.accessKeyID == "ASIASSO")
    #expect(portal.requests.count == 2)
  }
}
