import AWSClient
import Foundation
import Secrets
import Services
import Testing

struct ContainerTests {
  static let url = "http://169.254.170.2/v2/credentials/x?y=1"
  static let granted = jsonResponse(
    """
    {"AccessKeyId":"ASIAECS","SecretAccessKey":"s","Token":"t","AccountId":"111122223333",
     "Expiration":"2026-01-02T04:04:05Z","RoleArn":"arn:aws:iam::111122223333:role/r"}
    """)

  private func keys(_ container: FakeSTS, _ authorization: String? = nil) async throws
    -> AWSCredentials
  {
    try await containerCredentials(
      url: Self.url, authorization: authorization.map(Secret.init),
      timing: container.timing(limits: [10]), send: container.send)
  }

  @Test func theKeysAreAskedForAtTheURLItself() async throws {
    let container = FakeSTS(.answer(Self.granted))
    let expected = AWSCredentials(
      accessKeyID: "ASIAECS", secretAccessKey: Secret("s"), sessionToken: Secret("t"),
      expiration: FakeSTS.now + 3600, accountID: "111122223333")
    #expect(try await keys(container) == expected)
    let request = try #require(container.requests.first)
    #expect(request.method == "GET")
    #expect(request.url == Self.url)
    #expect(request.headers.named("accept") == "application/json")
    #expect(request.headers.named("authorization") == nil)
    #expect(request.seconds == 2)
  }

  @Test func theTokenIsSentAsItIs() async throws {
    let container = FakeSTS(.answer(Self.granted))
    _ = try await keys(container, "Basic abc=")
    #expect(container.requests.first?.headers.named("authorization") == "Basic abc=")
  }

  @Test(arguments: ["abc\n", "a\r\nX: y", ""])
  func aTokenThatNoHeaderMayHoldIsNotSent(token: String) async throws {
    let container = FakeSTS(.answer(Self.granted))
    let problem = await #expect(throws: ServiceError.self) { try await keys(container, token) }
    #expect(container.requests.isEmpty)
    #expect(problem?.description.contains("The container's authorization token") == true)
  }

  @Test(arguments: [
    (HTTPResponse(status: 500), "HTTP 500"), (jsonResponse("<html>"), "is not JSON"),
  ])
  func threeAttemptsAreASecondApart(response: HTTPResponse, says: String) async throws {
    let container = FakeSTS(.answer(response))
    let problem = await #expect(throws: ServiceError.self) { try await keys(container) }
    #expect(problem?.description.contains(says) == true)
    #expect(container.requests.count == 3)
    #expect(container.waits == [.seconds(1), .seconds(1)])
  }

  static let refusals: [(response: HTTPResponse, says: [String])] = [
    (
      jsonResponse(#"{"code":"AccessDenied","message":"bad\u001b[31m token"}"#, status: 403),
      ["bad token. (AccessDenied)", "AWS_CONTAINER_AUTHORIZATION_TOKEN"]
    ),
    (HTTPResponse(status: 404), ["HTTP 404.", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"]),
    (HTTPResponse(status: 302), ["HTTP 302.", "169.254.170.2"]),
    (jsonResponse(#"{"AccessKeyId":"a","SecretAccessKey":"s"}"#), ["no Token"]),
    (
      jsonResponse(
        #"{"AccessKeyId":"a","SecretAccessKey":"s","Token":"t","Expiration":"soon"}"#),
      ["'soon' is not a time"]
    ),
  ]

  @Test(arguments: refusals.indices) func aRefusalIsNotAskedAgain(index: Int) async throws {
    let container = FakeSTS(.answer(Self.refusals[index].response))
    let problem = await #expect(throws: ServiceError.self) { try await keys(container) }
    #expect(container.requests.count == 1)
    let sentence = try #require(problem?.description)
    for part in Self.refusals[index].says {
      #expect(sentence.contains(part), "\(sentence)")
    }
    #expect(!sentence.contains("AWS refused"))
    expectIsFit(sentence)
  }

  @Test func silenceSaysWhereThisMayNotBe() async throws {
    let container = FakeSTS(.failure(.timedOut(host: "169.254.170.2", seconds: 2)))
    let problem = await #expect(throws: ServiceError.self) { try await keys(container) }
    #expect(container.requests.count == 3)
    #expect(problem?.description.contains("Is this a container") == true)
  }
}
