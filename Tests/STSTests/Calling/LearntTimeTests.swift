import Foundation
import STS
import Secrets
import Synchronization
import Testing

/// AWS's time, as its answers show it, and what it is held against.
struct LearntTimeTests {
  private final class Learnt: Sendable {
    let times = Mutex<[Date]>([])
  }

  private let learnt = Learnt()

  private func client(_ replies: FakeSTS.Reply...) throws -> STSClient {
    var client = try FakeSTS(replies).client(attempts: 1)
    client.timing.learn = { [learnt] time in learnt.times.withLock { $0.append(time) } }
    return client
  }

  private var times: [Int] {
    learnt.times.withLock { $0.map { Int($0.timeIntervalSince(FakeSTS.now)) } }
  }

  private func response(_ body: String, _ date: String, status: Int = 200) -> FakeSTS.Reply {
    .answer(
      HTTPResponse(status: status, headers: [HTTPHeader("Date", date)], body: Array(body.utf8)))
  }

  private static let dayBefore = "Thu, 01 Jan 2026 03:04:05 GMT"

  @Test func anAnswerShowsIt() async throws {
    _ = try await client(response(granted(until: "2026-01-02T04:04:05Z"), Self.dayBefore))
      .call(RetryTests.role)
    #expect(times == [-86_400])
  }

  @Test func aRefusalShowsIt() async throws {
    let refused = refusalResponse(
      "AccessDenied", "no", status: 403, headers: [HTTPHeader("Date", Self.dayBefore)])
    await #expect(throws: Problem.self) {
      try await client(.answer(refused)).call(RetryTests.role)
    }
    #expect(times == [-86_400])
  }

  /// Such as a guest network's page.
  @Test(arguments: ["<html>Sign in</html>", "", "{}"])
  func whatIsNoAnswerOfAWSDoesNot(_ body: String) async throws {
    for status in [200, 403, 500] {
      await #expect(throws: Problem.self) {
        try await client(response(body, Self.dayBefore, status: status)).call(RetryTests.role)
      }
    }
    #expect(times == [])
  }

  @Test(arguments: [
    "Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT",
    "Mon, 30 Feb 2026 00:00:00 GMT",
    "yesterday", "",
  ])
  func aDateThatNoClockShowsIsNone(_ date: String) async throws {
    _ = try await client(response(granted(until: "2026-01-02T04:04:05Z"), date))
      .call(RetryTests.role)
    #expect(times == [])
  }

  @Test(arguments: [
    "2026-01-02T03:04:05Z", "2020-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "0001-01-01T00:00:00Z",
    "-4712-01-01T12:00:00Z", "506713-02-07T00:00:00Z", "2026-02-30T00:00:00Z",
    "10000-01-01T00:00:00Z",
  ])
  func keysThatHaveEndedAreNoAnswer(_ end: String) async throws {
    let problem = await #expect(throws: Problem.self) {
      try await client(.answer(HTTPResponse(status: 200, body: Array(granted(until: end).utf8))))
        .call(RetryTests.role)
    }
    let sentence = problem?.description ?? ""
    #expect(sentence.contains(end) || sentence.contains("ended at"), "\(sentence)")
    #expect(sentence.contains("role/"), "\(sentence)")
  }

  @Test func aTokenThatNoRequestCarriesIsNoAnswer() async throws {
    let end = "2026-01-02T04:04:05Z"
    let fits = try await client(
      .answer(HTTPResponse(status: 200, body: Array(granted(until: end, token: 32 << 10).utf8)))
    ).call(RetryTests.role)
    #expect(fits.keys.sessionToken?.revealed.utf8.count == 32 << 10)
    let problem = await #expect(throws: Problem.self) {
      try await client(
        .answer(HTTPResponse(status: 200, body: Array(granted(until: end, token: 70_000).utf8)))
      ).call(RetryTests.role)
    }
    #expect(problem?.description.contains("session token is longer than 32 KiB") == true)
  }

  /// By its own Date, not by a clock of ours that is a day ahead.
  @Test func whatAWSCallsValidIsValid() async throws {
    let ahead = Mutex(86_400.0)
    var client = try FakeSTS(
      response(granted(until: "2026-01-01T04:04:05Z"), Self.dayBefore)
    ).client(attempts: 1)
    client.timing.now = { FakeSTS.now - 86_400 + ahead.withLock { $0 } }
    client.timing.learn = { time in
      ahead.withLock { $0 = time.timeIntervalSince(FakeSTS.now) + 86_400 }
    }
    let role = try await client.call(RetryTests.role)
    #expect(role.keys.expiration == FakeSTS.now - 86_400 + 3600)
  }
}

private func granted(until end: String, token: Int = 10) -> String {
  """
  <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><AssumedRoleUser>
  <AssumedRoleId>AROA:s</AssumedRoleId><Arn>arn:aws:sts::111111111111:assumed-role/Admin/s</Arn>
  </AssumedRoleUser><Credentials><AccessKeyId>ASIAX</AccessKeyId><SecretAccessKey>s</SecretAccessKey>
  <SessionToken>\(String(repeating: "t", count: token))</SessionToken><Expiration>\(end)</Expiration>
  </Credentials></AssumeRoleResult></AssumeRoleResponse>
  """
}
