import Testing

/// STS as it should not be.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct BadAnswersTests {
  private func refused(by manner: PretendSTS.Manner) async throws -> Outcome {
    let sts = try PretendSTS(manner)
    defer { withExtendedLifetime(sts) {} }
    let home = try Home(["AWS_ENDPOINT_URL": sts.url])
    try home.config(oneRole)
    let outcome = try await home.switchback("exec", "prod", "--", "touch", home.path("ran"))
    #expect(!home.names(in: "").contains("ran"))
    return outcome
  }

  @Test func nobodyThereIsSaidAtOnce() async throws {
    let start = ContinuousClock.now
    let outcome = try await refused(by: .refusing)
    #expect(outcome.refuses(3, saying: "prod", "127.0.0.1"), "\(outcome)")
    #expect(ContinuousClock.now - start < .seconds(40))
  }

  /// The one slow test: nothing shorter than giving up shows that it gives up.
  @Test func noAnswer() async throws {
    let start = ContinuousClock.now
    let outcome = try await refused(by: .silent)
    #expect(outcome.refuses(3, saying: "prod"), "\(outcome)")
    #expect(ContinuousClock.now - start < .seconds(60))
  }

  @Test(arguments: [
    "", "garbage", "<html><body>Please log in</body></html>", "<AssumeRoleResponse>",
    "<AssumeRoleResponse><AssumeRoleResult/></AssumeRoleResponse>", "{\"Version\": 1}",
    "\u{1B}]2;title\u{7}\u{0}",
  ])
  func anAnswerThatIsNone(body: String) async throws {
    let outcome = try await refused(by: .body(body))
    #expect(outcome.refuses(3, saying: "prod"), "\(outcome)")
    #expect(!outcome.errors.contains("\u{1B}"))
  }

  @Test(arguments: [
    "HTTP/9 what\r\n\r\n", "\u{16}\u{3}\u{1}", "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n<A>",
  ])
  func noHTTP(bytes: String) async throws {
    let outcome = try await refused(by: .answering(Array(bytes.utf8)))
    #expect(outcome.refuses(3, saying: "prod"), "\(outcome)")
  }

  @Test func anAnswerOfTwoMegabytes() async throws {
    let outcome = try await refused(by: .body(String(repeating: "x", count: 2 << 20)))
    #expect(outcome.refuses(3, saying: "prod"), "\(outcome)")
  }

  /// What is read before there is a body is bounded, too.
  @Test(arguments: [
    "HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 200 OK\r\n",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;",
  ])
  func anAnswerWithoutEnd(beginning: String) async throws {
    let start = ContinuousClock.now
    let rest = beginning.hasSuffix("OK\r\n") ? "X: y\r\n" : "xxxxxx"
    let bytes = Array(beginning.utf8) + Array(repeating: Array(rest.utf8), count: 4 << 20).joined()
    let outcome = try await refused(by: .answering(bytes))
    #expect(outcome.refuses(3, saying: "prod"), "\(outcome)")
    #expect(ContinuousClock.now - start < .seconds(25))
  }

  @Test func credentialsOfAnotherAccountAreThrownAway() async throws {
    let outcome = try await refused(by: .body(credentials(account: "999999999999")))
    #expect(outcome.refuses(3, saying: "111111111111", "999999999999"), "\(outcome)")
    #expect(!outcome.errors.contains("secret"))
  }

  private func credentials(account: String) -> String {
    """
    <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
    <AssumedRoleUser><AssumedRoleId>AROA:me</AssumedRoleId>
    <Arn>arn:aws:sts::\(account):assumed-role/Admin/me</Arn></AssumedRoleUser>
    <Credentials><AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId>
    <SecretAccessKey>secret</SecretAccessKey><SessionToken>secret-token</SessionToken>
    <Expiration>2126-01-01T00:00:00Z</Expiration></Credentials>
    </AssumeRoleResult></AssumeRoleResponse>
    """
  }
}
