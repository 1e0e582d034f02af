import AWSClient
import HTTP
import Synchronization
import Testing

struct RequestLogTests {
  private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock { $0 } }
    func add(_ line: String) { lines.withLock { $0.append(line) } }
  }

  @Test func saysWhereItWentAndNothingOfWhatWasSent() async throws {
    let lines = Lines()
    let send = loggingSender(
      { _ in HTTPResponse(status: 200, body: Array("SECRETANSWER".utf8)) }, lines.add)
    let request = HTTPRequest(
      url: "https://sts.example:8443/?token=SECRETQUERY",
      headers: [HTTPHeader("Authorization", "SECRETHEADER")],
      body: Array("Action=AssumeRole&TokenCode=123456".utf8))
    _ = try await send(request)
    let line = try #require(lines.all.first)
    #expect(line.hasPrefix("AssumeRole, POST sts.example:8443/: HTTP 200, "))
    for secret in ["SECRET", "123456"] { #expect(!line.contains(secret)) }
  }

  @Test func aFailureIsSaidAndPassedOn() async {
    let lines = Lines()
    let send = loggingSender({ _ in throw HTTPError.timedOut(host: "h", seconds: 2) }, lines.add)
    await #expect(throws: HTTPError.timedOut(host: "h", seconds: 2)) {
      _ = try await send(HTTPRequest(method: "GET", url: "https://h/a"))
    }
    #expect(lines.all.first?.contains("GET h/a: h did not answer within 2 s") == true)
  }
}
