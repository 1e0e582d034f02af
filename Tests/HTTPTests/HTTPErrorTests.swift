import AWSClient
import AsyncHTTPClient
import NIOCore
import Testing

@testable import HTTP

/// The mapping from errors of the HTTP client to `HTTPError`.
struct HTTPErrorTests {
  private func mapped(_ error: any Error) -> HTTPError? {
    httpError(error, host: "h", seconds: 30) as? HTTPError
  }

  @Test func failedLookupSaysThatTheHostNameDoesNotResolve() {
    let reason = unreachableReason(connectionError: nil, hasDNSError: true)
    #expect(reason == "its host name does not resolve")
    #expect(
      "\(HTTPError.unreachable(host: "h", reason: reason))"
        == "h cannot be reached: its host name does not resolve")
  }

  @Test func connectionErrorWinsOverAFailedLookup() {
    let refused = IOError(errnoCode: 111, reason: "connect")
    #expect(
      unreachableReason(connectionError: refused, hasDNSError: true).contains("refused"))
    #expect(unreachableReason(connectionError: nil, hasDNSError: false) == "no address answered")
  }

  /// The domain `invalid` has no hosts (RFC 6761).
  @Test(.timeLimit(.minutes(1)))
  func hostThatDoesNotExistDoesNotResolve() async throws {
    let send = makeRequestSender(proxies: Proxies(environment: [:]), caBundle: nil)
    let error = await #expect(throws: HTTPError.self) {
      _ = try await send(HTTPRequest(method: "GET", url: "https://name.invalid/"))
    }
    #expect(
      error
        == .unreachable(host: "name.invalid", reason: "its host name does not resolve"))
  }

  @Test func timeoutsNameTheirLimit() {
    #expect(mapped(TimeoutError()) == .timedOut(host: "h", seconds: 30))
    #expect(mapped(HTTPClientError.connectTimeout) == .timedOut(host: "h", seconds: 10))
    #expect(mapped(HTTPClientError.deadlineExceeded) == .timedOut(host: "h", seconds: 30))
    #expect(mapped(HTTPClientError.readTimeout) == .timedOut(host: "h", seconds: 30))
  }

  @Test func cancellationStaysCancellation() {
    let errors: [any Error] = [CancellationError(), HTTPClientError.cancelled]
    for error in errors {
      #expect(httpError(error, host: "h", seconds: 30) is CancellationError)
    }
  }

  @Test func brokenConnectionsAreBroken() {
    let errors: [any Error] = [
      HTTPClientError.remoteConnectionClosed, IOError(errnoCode: 104, reason: "read"),
      IOError(errnoCode: 32, reason: "write"),
    ]
    for error in errors {
      guard case .broken(host: "h", _) = mapped(error) else {
        Issue.record("\(error) is not a broken connection")
        continue
      }
    }
  }

  @Test func largeAnswersAreTooLarge() {
    #expect(
      mapped(NIOTooManyBytesError(maxBytes: responseSizeLimit))
        == .tooLarge(host: "h", limit: responseSizeLimit))
  }

  @Test func otherSystemErrorsHaveTheSystemsMessage() {
    #expect(
      mapped(IOError(errnoCode: 101, reason: "connect"))
        == .unreachable(host: "h", reason: "network is unreachable"))
  }
}
