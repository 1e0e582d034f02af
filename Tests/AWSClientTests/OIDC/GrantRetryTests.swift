import AWSClient
import Secrets
import Services
import Testing

struct GrantRetryTests {
  private func calls(_ grant: TokenGrant, _ reply: FakeSTS.Reply) async throws -> (
    Int, ServiceError
  ) {
    let oidc = FakeSTS(reply)
    let client = oidc.api(try .oidc(region: "us-east-1"))
    let operation = CreateToken(clientID: "c", clientSecret: Secret("s"), grant: grant)
    let problem = await #expect(throws: ServiceError.self) { try await client.call(operation) }
    return (oidc.requests.count, try #require(problem))
  }

  static let code = TokenGrant.authorizationCode(
    Secret("SECRETCODE"), redirectURI: "http://127.0.0.1:9/c", verifier: Secret("VERIFIER"))
  static let unavailable = FakeSTS.Reply.answer(jsonRefusal("InternalServerException", status: 500))

  @Test(arguments: [RetryTests.reset, unavailable, .answer(HTTPResponse(status: 503))])
  func anAuthorizationCodeIsSentOnce(reply: FakeSTS.Reply) async throws {
    let (calls, problem) = try await calls(Self.code, reply)
    #expect(calls == 1)
    #expect(!problem.description.contains("SECRETCODE"))
    #expect(!problem.needsNewCode)
  }

  @Test func aLostAuthorizationCodeWantsANewLogin() async throws {
    let (_, problem) = try await calls(Self.code, RetryTests.reset)
    #expect(problem.description.contains("log in again"))
  }

  @Test func silenceAfterAnAuthorizationCodeWantsANewLogin() async throws {
    let oidc = FakeSTS(.silence)
    let client = oidc.api(try .oidc(region: "us-east-1"), isLate: true)
    let operation = CreateToken(clientID: "c", clientSecret: Secret("s"), grant: Self.code)
    let problem = await #expect(throws: ServiceError.self) { try await client.call(operation) }
    #expect(problem?.description.hasSuffix("within 50 seconds; log in again.") == true)
  }

  @Test func whatWasTurnedAwayUnreadIsSentAgain() async throws {
    let reply = FakeSTS.Reply.answer(jsonRefusal("ThrottlingException"))
    #expect(try await calls(Self.code, reply).0 == 3)
  }

  @Test(arguments: [TokenGrant.deviceCode(Secret("d")), .refreshToken(Secret("r"))])
  func othersAreSentAgainAsTheCLIDoes(grant: TokenGrant) async throws {
    #expect(try await calls(grant, RetryTests.reset).0 == 3)
    #expect(try await calls(grant, Self.unavailable).0 == 3)
  }

  @Test(arguments: ["AuthorizationPendingException", "SlowDownException", "ExpiredTokenException"])
  func askingAgainWhetherItIsApprovedIsTheCallers(code: String) async throws {
    #expect(try await calls(.deviceCode(Secret("d")), .answer(jsonRefusal(code))).0 == 1)
  }
}
