import AWSClient
import Foundation
import STS
import Synchronization
import Testing

struct ClockSkewTests {
  static let expired = "Signature expired: 20260102T030405Z is now earlier than 20260102T034905Z"

  private func skewed(_ date: String, code: String = "SignatureDoesNotMatch") -> FakeSTS.Reply {
    .answer(refusalResponse(code, Self.expired, status: 403, headers: [HTTPHeader("Date", date)]))
  }

  @Test(arguments: [
    "SignatureDoesNotMatch", "RequestTimeTooSkewed", "RequestExpired", "InvalidSignatureException",
    "AuthFailure", "RequestInTheFuture",
  ])
  func theClockIsCorrectedOnceByTheDateOfTheAnswer(code: String) async throws {
    let sts = FakeSTS(skewed("Fri, 02 Jan 2026 03:34:05 GMT", code: code), RetryTests.granted)
    _ = try await sts.client(attempts: 1).call(RetryTests.roleWithCode)
    let stamps = sts.requests.compactMap { $0.headers.named("x-amz-date") }
    #expect(stamps == ["20260102T030405Z", "20260102T033405Z"])
    #expect(sts.waits.isEmpty)
  }

  @Test func twiceIsNotTried() async throws {
    let sts = FakeSTS(skewed("Fri, 02 Jan 2026 03:34:05 GMT"))
    let problem = await #expect(throws: ServiceError.self) {
      try await sts.client().call(RetryTests.role)
    }
    #expect(sts.requests.count == 2)
    #expect(problem?.description.contains("clock") == true)
  }

  @Test(arguments: ["Fri, 02 Jan 2026 03:09:05 GMT", "yesterday", "Fri, 02 Foo 2026 04:04:05 GMT"])
  func aSmallOrUnreadableDifferenceCorrectsNothing(date: String) async throws {
    let sts = FakeSTS(skewed(date))
    await #expect(throws: ServiceError.self) { try await sts.client().call(RetryTests.role) }
    #expect(sts.requests.count == 1)
  }

  /// What was learnt wrongly is forgotten where AWS refuses it and shows no other time.
  @Test(arguments: ["", "yesterday", "Thu, 01 Jan 1970 00:00:00 GMT"])
  func aTimeThatAWSRefusesIsForgottenAndTheMachinesTried(date: String) async throws {
    let sts = FakeSTS(skewed(date), RetryTests.granted)
    let offset = Mutex(-86_400.0)
    var client = try sts.client(attempts: 1)
    client.timing.now = { FakeSTS.now + offset.withLock { $0 } }
    client.timing.forget = {
      offset.withLock { offset in
        defer { offset = 0 }
        return offset != 0
      }
    }
    _ = try await client.call(RetryTests.roleWithCode)
    let stamps = sts.requests.compactMap { $0.headers.named("x-amz-date") }
    #expect(stamps == ["20260101T030405Z", "20260102T030405Z"])
  }

  @Test func withNothingToForgetItIsNotTriedAgain() async throws {
    let sts = FakeSTS(skewed("yesterday"))
    var client = try sts.client()
    client.timing.forget = { true }
    await #expect(throws: ServiceError.self) { try await client.call(RetryTests.role) }
    #expect(sts.requests.count == 2)
  }

  @Test func aRefusalThatHasNothingToDoWithTheClockIsNotRetried() async throws {
    let sts = FakeSTS(skewed("Fri, 02 Jan 2026 03:34:05 GMT", code: "AccessDenied"))
    await #expect(throws: ServiceError.self) { try await sts.client().call(RetryTests.role) }
    #expect(sts.requests.count == 1)
  }
}
