import AWSClient
import Foundation
import STS
import Secrets
import Services
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
    client.timing.learn = { [learnt] time, _ in learnt.times.withLock { $0.append(time) } }
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
  private static let tenMinutesLater = "Fri, 02 Jan 2026 03:14:05 GMT"

  private func refusal(_ code: String, _ date: String) -> FakeSTS.Reply {
    .answer(
      refusalResponse(
        code, ClockSkewTests.expired, status: 403, headers: [HTTPHeader("Date", date)]))
  }

  @Test func anAnswerShowsIt() async throws {
    _ = try await client(response(granted(until: "2026-01-02T04:04:05Z"), Self.tenMinutesLater))
      .call(RetryTests.role)
    #expect(times == [600])
  }

  @Test func aRefusalOfWhatWasSignedShowsIt() async throws {
    await #expect(throws: ServiceError.self) {
      try await client(refusal("AccessDenied", Self.tenMinutesLater)).call(RetryTests.role)
    }
    #expect(times == [600])
  }

  /// A server that accepts a signature has a clock that is at most 15 minutes from its time: any
  /// other Date is wrong.
  @Test(arguments: [
    (-900, true), (900, true), (-901, false), (901, false), (-86_400, false), (86_400, false),
    (-7_200, false), (200_000_000, false),
  ])
  func noDateIsBelievedThatAcceptanceDisproves(_ off: Int, _ isLearnt: Bool) async throws {
    let date = httpDate(FakeSTS.now + TimeInterval(off))
    _ = try await client(response(granted(until: "2026-01-02T04:04:05Z"), date))
      .call(RetryTests.role)
    #expect(times == (isLearnt ? [off] : []))
    await #expect(throws: ServiceError.self) {
      try await client(refusal("AccessDenied", date)).call(RetryTests.role)
    }
    #expect(times == (isLearnt ? [off, off] : []))
  }

  /// Not by itself: only that the time is accepted which it gave.
  @Test(arguments: ["SignatureDoesNotMatch", "RequestTimeTooSkewed"])
  func aRefusalForTheClockIsBelievedOnceItsTimeIsAccepted(_ code: String) async throws {
    await #expect(throws: ServiceError.self) {
      try await client(refusal(code, Self.dayBefore)).call(RetryTests.role)
    }
    #expect(times == [])
    _ = try await client(
      refusal(code, Self.dayBefore),
      response(granted(until: "2026-01-01T04:04:05Z"), Self.dayBefore)
    ).call(RetryTests.role)
    #expect(times == [-86_400])
  }

  /// What was said before a signature is looked at proves nothing.
  @Test(arguments: ["InvalidClientTokenId", "ExpiredToken", "Throttling", "InternalFailure"])
  func aRefusalThatNoSignatureComesBeforeShowsNothing(_ code: String) async throws {
    await #expect(throws: ServiceError.self) {
      try await client(refusal(code, Self.tenMinutesLater)).call(RetryTests.role)
    }
    #expect(times == [])
  }

  /// New keys last for 12 hours at most, so that AWS's time is before their end by no more.
  @Test(arguments: [
    (0, 3_600, true), (-86_400, -82_800, true), (86_400, 86_400 + 43_200, true),
    (0, 43_201, false), (3_601, 3_600, false), (-86_400, 3_600, false),
  ])
  func anUnsignedAnswerShowsWhatItsKeysProve(
    _ off: Int, _ end: Int, _ isLearnt: Bool
  ) async throws {
    let date = FakeSTS.now + TimeInterval(off)
    let end = Int((FakeSTS.now.timeIntervalSince1970 + TimeInterval(end)) * 1000)
    var portal = FakeSTS(
      response(
        """
        {"roleCredentials":{"accessKeyId":"A","secretAccessKey":"s","sessionToken":"t",\
        "expiration":\(end)}}
        """, httpDate(date))
    ).api(try PortalTests.endpoint(), attempts: 1)
    portal.timing.learn = { [learnt] time, _ in learnt.times.withLock { $0.append(time) } }
    let keys = try? await portal.call(PortalTests.operation)
    #expect(times == (isLearnt ? [off] : []))
    if isLearnt { #expect(keys != nil) }
  }

  /// A login's token has no end of its own to prove a time.
  @Test func anUnsignedAnswerWithoutKeysShowsNothing() async throws {
    var client = FakeSTS(
      response(#"{"accessToken":"t","expiresIn":28800,"refreshToken":"r"}"#, Self.dayBefore)
    ).api(try .oidc(region: "us-east-1"), attempts: 1)
    client.timing.learn = { [learnt] time, _ in learnt.times.withLock { $0.append(time) } }
    _ = try await client.call(
      CreateToken(clientID: "c", clientSecret: Secret("s"), grant: .refreshToken(Secret("r"))))
    #expect(times == [])
  }

  /// For example a guest network's page.
  @Test(arguments: ["<html>Sign in</html>", "", "{}"])
  func whatIsNoAnswerOfAWSDoesNot(_ body: String) async throws {
    for status in [200, 403, 500] {
      await #expect(throws: ServiceError.self) {
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
    let problem = await #expect(throws: ServiceError.self) {
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
    #expect(fits.credentials.sessionToken?.revealed.utf8.count == 32 << 10)
    let problem = await #expect(throws: ServiceError.self) {
      try await client(
        .answer(HTTPResponse(status: 200, body: Array(granted(until: end, token: 70_000).utf8)))
      ).call(RetryTests.role)
    }
    #expect(problem?.description.contains("session token is longer than 32 KiB") == true)
  }

  /// By its own Date, not by this machine's clock, which is a day ahead.
  @Test func whatAWSCallsValidIsValid() async throws {
    let ahead = Mutex(86_400.0)
    var client = try FakeSTS(
      refusal("SignatureDoesNotMatch", Self.dayBefore),
      response(granted(until: "2026-01-01T04:04:05Z"), Self.dayBefore)
    ).client(attempts: 1)
    client.timing.now = { FakeSTS.now - 86_400 + ahead.withLock { $0 } }
    client.timing.learn = { time, _ in
      ahead.withLock { $0 = time.timeIntervalSince(FakeSTS.now) + 86_400 }
    }
    let role = try await client.call(RetryTests.role)
    #expect(role.credentials.expiration == FakeSTS.now - 86_400 + 3600)
  }
}

/// As servers write it.
private func httpDate(_ date: Date) -> String {
  date.formatted(
    Date.VerbatimFormatStyle(
      format: """
        \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .defaultDigits) \
        \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\
        \(second: .twoDigits) GMT
        """, locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt,
      calendar: Calendar(identifier: .gregorian)))
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
