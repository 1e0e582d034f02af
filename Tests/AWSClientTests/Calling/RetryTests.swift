import AWSClient
import Foundation
import STS
import Secrets
import Testing

struct RetryTests {
  static let role = AssumeRole(roleARN: "arn:aws:iam::123456789012:role/rr", sessionName: "me")
  static let roleWithCode = AssumeRole(
    roleARN: role.roleARN, sessionName: "me",
    mfa: MFA(serialNumber: "arn:aws:iam::1:mfa/me", code: Secret("654321")))

  static let granted = FakeSTS.Reply.answer(xmlResponse(assumeRoleAnswer()))
  static let reset = FakeSTS.Reply.failure(.broken(host: "h", reason: "reset by peer"))

  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var reply: FakeSTS.Reply
    /// Attempts out of three when it never ends, without and with an MFA code.
    var attempts, withCode: Int

    init(_ name: String, _ reply: FakeSTS.Reply, _ attempts: Int, withCode: Int) {
      (testDescription, self.reply) = (name, reply)
      (self.attempts, self.withCode) = (attempts, withCode)
    }

    init(_ code: String, _ status: Int, _ attempts: Int, withCode: Int) {
      let reply = FakeSTS.Reply.answer(refusalResponse(code, "m", status: status))
      self.init("\(code) \(status)", reply, attempts, withCode: withCode)
    }
  }

  static let table = [
    Row("Throttling", 400, 3, withCode: 3), Row("ThrottlingException", 400, 3, withCode: 3),
    Row("RequestLimitExceeded", 503, 3, withCode: 3), Row("SlowDown", 503, 3, withCode: 3),
    Row("TooManyRequestsException", 429, 3, withCode: 3),
    Row("InternalFailure", 500, 3, withCode: 1),
    Row("ServiceUnavailable", 503, 3, withCode: 1), Row("Unheard", 502, 3, withCode: 1),
    Row("RequestTimeout", 400, 3, withCode: 1), Row("IDPCommunicationError", 400, 3, withCode: 1),
    Row("PriorRequestNotComplete", 400, 3, withCode: 3), Row("AccessDenied", 403, 1, withCode: 1),
    Row("ExpiredToken", 403, 1, withCode: 1), Row("InvalidClientTokenId", 403, 1, withCode: 1),
    Row("SignatureDoesNotMatch", 403, 1, withCode: 1), Row("ValidationError", 400, 1, withCode: 1),
    Row("IDPRejectedClaim", 403, 1, withCode: 1),
    Row("RegionDisabledException", 403, 1, withCode: 1),
    Row("reset", reset, 3, withCode: 1),
    Row("unreachable", .failure(.unreachable(host: "h", reason: "r")), 3, withCode: 1),
    Row("timed out", .failure(.timedOut(host: "h", seconds: 5)), 3, withCode: 1),
    Row("huge", .failure(.tooLarge(host: "h", limit: 1)), 1, withCode: 1),
    Row("garbage", .answer(xmlResponse("Sign in")), 1, withCode: 1),
    Row("empty 503", .answer(HTTPResponse(status: 503)), 3, withCode: 1),
    Row("page 403", .answer(xmlResponse("<html/>", status: 403)), 1, withCode: 1),
    Row("redirect", .answer(HTTPResponse(status: 302)), 1, withCode: 1),
  ]

  @Test(arguments: table) func failuresAreRetriedAsTheCLIDoes(row: Row) async throws {
    let sts = FakeSTS(row.reply)
    await #expect(throws: ServiceError.self) { try await sts.client().call(Self.role) }
    #expect(sts.requests.count == row.attempts)
    let coded = FakeSTS(row.reply)
    await #expect(throws: ServiceError.self) { try await coded.client().call(Self.roleWithCode) }
    #expect(coded.requests.count == row.withCode)
  }

  /// A load balancer's page is no guest network's.
  @Test(
    arguments: [429, 500, 502, 503, 504], ["", "<html><body>Bad Gateway</body></html>", "Busy"])
  func whatSaysOnlyAStatusIsNotAvailable(status: Int, body: String) async throws {
    let sts = FakeSTS(.answer(xmlResponse(body, status: status)))
    let problem = await #expect(throws: ServiceError.self) {
      try await sts.client().call(Self.role)
    }
    let sentence = try #require(problem?.description)
    #expect(sentence.contains("answered HTTP \(status) to"), "\(sentence)")
    #expect(sentence.contains("(tried 3 times)"), "\(sentence)")
    #expect(sentence.contains(status == 429 ? "too many requests" : "unavailable"), "\(sentence)")
    #expect(!sentence.contains("sign-in"), "\(sentence)")
  }

  @Test(arguments: table.filter { $0.attempts > 1 })
  func aPassingFailureIsOvercome(row: Row) async throws {
    let sts = FakeSTS(row.reply, Self.granted)
    let role = try await sts.client().call(Self.role)
    #expect(role.credentials.accessKeyID == "ASIAEXAMPLE")
    #expect(sts.requests.count == 2)
    #expect(sts.waits == [.seconds(1)])
  }

  @Test func theWaitDoublesUpToTwentySeconds() {
    let policy = RetryPolicy()
    let waits = (1...7).map { policy.delay(after: $0, chance: 1) }
    #expect(waits == [1, 2, 4, 8, 16, 20, 20].map { Duration.seconds($0) })
    #expect(policy.delay(after: 3, chance: 0.5) == .seconds(2))
    #expect(policy.delay(after: 100, chance: 0) == .zero)
  }

  @Test func oneAttemptIsOne() async throws {
    let sts = FakeSTS(Self.reset)
    await #expect(throws: ServiceError.self) { try await sts.client(attempts: 1).call(Self.role) }
    #expect(sts.requests.count == 1)
  }

  @Test func whatSTSWouldRefuseIsNotSent() async throws {
    let sts = FakeSTS(Self.granted)
    let request = AssumeRole(roleARN: Self.role.roleARN, sessionName: "a b")
    let problem = await #expect(throws: ServiceError.self) { try await sts.client().call(request) }
    #expect(problem?.description.contains("role_session_name 'a b'") == true)
    #expect(sts.requests.isEmpty)
  }

  @Test func aLostAnswerToACodeAsksForANewOne() async throws {
    let sts = FakeSTS(Self.reset)
    let problem = await #expect(throws: ServiceError.self) {
      try await sts.client().call(Self.roleWithCode)
    }
    #expect(problem?.needsNewCode == true)
    #expect(problem?.description.contains("654321") == false)
  }

  @Test func silenceIsGivenUp() async throws {
    let sts = FakeSTS(.silence)
    let problem = await #expect(throws: ServiceError.self) {
      try await sts.client(isLate: true).call(Self.role)
    }
    guard case .timedOut(50, _) = problem else {
      Issue.record("\(String(describing: problem))")
      return
    }
  }

  @Test func cancellingIsNotAFailure() async throws {
    let sts = FakeSTS(.silence)
    let client = try sts.client()
    let call = Task { try await client.call(Self.role) }
    call.cancel()
    await #expect(throws: CancellationError.self) { try await call.value }
  }
}
