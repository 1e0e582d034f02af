import AWSClient
import Foundation
import STS
import Secrets
import Synchronization

/// A service that answers in the order given, the last one for ever; it remembers requests and
/// waits.
final class FakeSTS: Sendable {
  enum Reply: Sendable {
    case answer(HTTPResponse)
    case failure(HTTPError)
    /// Nothing, until the call is given up.
    case silence
  }

  private struct State {
    var replies: [Reply]
    var requests: [HTTPRequest] = []
    var waits: [Duration] = []
  }

  static let limit = 50
  static let now = Date(timeIntervalSince1970: 1_767_323_045)
  private let state: Mutex<State>

  convenience init(_ replies: Reply...) {
    self.init(replies)
  }

  init(_ replies: [Reply]) {
    state = Mutex(State(replies: replies))
  }

  var requests: [HTTPRequest] { state.withLock(\.requests) }
  var waits: [Duration] { state.withLock(\.waits) }

  /// A client of this STS; waiting takes no time, but the deadline never comes unless `isLate`.
  func client(attempts: Int = 3, isLate: Bool = false) throws -> STSClient {
    let keys = AWSCredentials(accessKeyID: "AKIABASE", secretAccessKey: Secret("BASESECRET/wJalr"))
    return STSClient(
      endpoint: try .sts(region: "eu-west-1"), credentials: keys, caller: "base",
      retries: RetryPolicy(attempts: attempts, seconds: Self.limit), timing: timing(isLate: isLate),
      send: send)
  }

  /// A client of this service that signs nothing.
  func api(_ endpoint: Endpoint, attempts: Int = 3, isLate: Bool = false) -> APIClient {
    APIClient(
      endpoint: endpoint, retries: RetryPolicy(attempts: attempts, seconds: Self.limit),
      timing: timing(isLate: isLate), send: send)
  }

  /// A clock that stands still; only deadlines of `limits` are waited for, unless `isLate`.
  func timing(isLate: Bool = false, limits: Set<Int> = [FakeSTS.limit]) -> Timing {
    Timing(
      now: { Self.now },
      sleep: { [self] duration in
        if limits.contains(Int(duration.components.seconds)), !isLate { try await untilCancelled() }
        state.withLock { $0.waits.append(duration) }
      }, chance: { 1 })
  }

  var send: RequestSender {
    { [self] request in try await reply(to: request) }
  }

  private func reply(to request: HTTPRequest) async throws -> HTTPResponse {
    let reply = state.withLock { state in
      state.requests.append(request)
      return state.replies.count > 1 ? state.replies.removeFirst() : state.replies[0]
    }
    switch reply {
    case .answer(let response): return response
    case .failure(let failure): throw failure
    case .silence:
      try await untilCancelled()
      return HTTPResponse(status: 500)
    }
  }
}

/// Waits for nothing but the end of the task.
func untilCancelled() async throws {
  let (stream, continuation) = AsyncStream<Never>.makeStream()
  defer { continuation.finish() }
  for await _ in stream {}
  try Task.checkCancellation()
}
