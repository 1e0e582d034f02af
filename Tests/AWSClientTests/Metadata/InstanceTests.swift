import AWSClient
import Foundation
import Secrets
import Services
import Testing

struct InstanceTests {
  static let token = text("TOKEN==")
  static let role = text("my-role")
  static let granted = jsonResponse(
    """
    {"Code":"Success","AccessKeyId":"ASIAEC2","SecretAccessKey":"s","Token":"t",
     "Expiration":"2026-01-02T04:04:05Z"}
    """)
  static let timeout = FakeSTS.Reply.failure(.timedOut(host: "169.254.169.254", seconds: 1))

  private static func text(_ text: String) -> FakeSTS.Reply {
    .answer(HTTPResponse(status: 200, body: Array(text.utf8)))
  }

  private static func status(_ status: Int) -> FakeSTS.Reply {
    .answer(jsonResponse("<html>\(status)</html>", status: status))
  }

  private func keys(
    _ instance: FakeSTS, allowsVersion1: Bool = true, attempts: Int = 1
  ) async throws -> AWSCredentials {
    try await instanceCredentials(
      endpoint: "http://169.254.169.254", allowsVersion1: allowsVersion1, timeoutSeconds: 1,
      attempts: attempts, timing: instance.timing(limits: [2, 4, 6]), send: instance.send)
  }

  @Test func aTokenThenTheRoleThenItsKeys() async throws {
    let instance = FakeSTS(Self.token, Self.role, .answer(Self.granted))
    let expected = AWSCredentials(
      accessKeyID: "ASIAEC2", secretAccessKey: Secret("s"), sessionToken: Secret("t"),
      expiration: FakeSTS.now + 3600)
    #expect(try await keys(instance) == expected)
    let base = "http://169.254.169.254/latest/"
    #expect(
      instance.requests.map { "\($0.method) \($0.url)" } == [
        "PUT \(base)api/token", "GET \(base)meta-data/iam/security-credentials/",
        "GET \(base)meta-data/iam/security-credentials/my-role",
      ])
    #expect(instance.requests.map(\.seconds) == [1, 1, 1])
    #expect(
      instance.requests[0].headers.named("x-aws-ec2-metadata-token-ttl-seconds") == "21600")
    for request in instance.requests.dropFirst() {
      #expect(request.headers.named("x-aws-ec2-metadata-token") == "TOKEN==")
    }
  }

  @Test(arguments: [status(403), status(404), status(405), timeout])
  func withoutATokenVersion1IsAskedWhereItMayBe(reply: FakeSTS.Reply) async throws {
    let instance = FakeSTS(reply, Self.role, .answer(Self.granted))
    #expect(try await keys(instance).accessKeyID == "ASIAEC2")
    for request in instance.requests.dropFirst() {
      #expect(request.headers.named("x-aws-ec2-metadata-token") == nil)
    }
    let strict = FakeSTS(reply, Self.role, .answer(Self.granted))
    await #expect(throws: ServiceError.self) { try await keys(strict, allowsVersion1: false) }
    #expect(strict.requests.count == 1)
  }

  @Test(arguments: [status(400), text(""), text("a\nb")])
  func aBadAnswerForATokenIsTheEnd(reply: FakeSTS.Reply) async throws {
    let instance = FakeSTS(reply, Self.role, .answer(Self.granted))
    await #expect(throws: ServiceError.self) { try await keys(instance) }
    #expect(instance.requests.count == 1)
  }

  @Test func withoutAnAnswerItAsksWhetherThisIsEC2() async throws {
    let nowhere = FakeSTS.Reply.failure(.unreachable(host: "169.254.169.254", reason: "no route"))
    let instance = FakeSTS(nowhere)
    let problem = await #expect(throws: ServiceError.self) { try await keys(instance, attempts: 3) }
    #expect(instance.requests.count == 3)
    let sentence = try #require(problem?.description)
    #expect(sentence.contains("Is this an EC2 instance?"))
    expectIsFit(sentence)
  }

  @Test(
    arguments: [
      ([token, status(404)], "Attach an IAM role to this instance"),
      ([token, text("<html>Sign in</html>")], "no name of a role that can be used"),
      ([token, text("../../user-data")], "no name of a role"),
      ([token, text("")], "no name of a role"),
      ([token, status(401)], "metadata options"),
      (
        [token, role, .answer(jsonResponse(#"{"Code":"AssumeRoleUnauthorizedAccess"}"#))],
        "says 'AssumeRoleUnauthorizedAccess' and not Success"
      ),
      ([token, role, .answer(jsonResponse("{}"))], "no Code"),
      ([token, role, .answer(jsonResponse("<html>"))], "is not JSON"),
    ] as [([FakeSTS.Reply], String)])
  func aFailureIsASentence(replies: [FakeSTS.Reply], says: String) async throws {
    let instance = FakeSTS(replies)
    let problem = await #expect(throws: ServiceError.self) { try await keys(instance) }
    #expect(instance.requests.count == replies.count)
    let sentence = try #require(problem?.description)
    #expect(sentence.contains("the credentials of the instance's role"))
    #expect(sentence.contains(says), "\(sentence)")
    #expect(!sentence.contains("TOKEN=="))
    expectIsFit(sentence)
  }

  @Test func moreAttemptsOvercomeAPassingFailure() async throws {
    let instance = FakeSTS(Self.token, Self.status(503), Self.role, .answer(Self.granted))
    #expect(try await keys(instance, attempts: 2).accessKeyID == "ASIAEC2")
    #expect(instance.waits == [.zero])
  }

  @Test func theAddressMayBeOfIPv6() async throws {
    let instance = FakeSTS(Self.token, Self.role, .answer(Self.granted))
    _ = try await instanceCredentials(
      endpoint: "http://[fd00:ec2::254]/", allowsVersion1: false, timeoutSeconds: 1, attempts: 1,
      timing: instance.timing(limits: [2]), send: instance.send)
    #expect(instance.requests.first?.url == "http://[fd00:ec2::254]/latest/api/token")
    #expect(instance.requests.first?.hostHeader == "[fd00:ec2::254]")
  }
}
