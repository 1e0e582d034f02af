import Accounts
import Credentials
import Foundation
import STS

/// The outside world as functions: made in `main`, replaced member by member in tests.
struct World: Sendable {
  var environment: [String: String]
  var places: Places
  var now: @Sendable () -> Date
  /// The bytes of a file, or nil where there is none; throws a `ReadProblem`.
  var read: @Sendable (_ path: String) throws -> [UInt8]?
  /// Standard output: the result, and nothing else.
  var write: @Sendable (_ bytes: [UInt8]) -> Void
  /// Standard error: talk.
  var say: @Sendable (_ text: String) -> Void
  var send: Send
  var run: @Sendable (_ command: String) async throws -> String
  /// A line typed at the terminal without echo; nil when it was ended instead.
  var ask: @Sendable (_ prompt: String) throws -> String?
  var sessions: SessionCache
  var store: Store
}

extension World {
  /// Writes a result to standard output.
  func print(_ text: String) {
    write(Array(text.utf8))
  }

  /// What getting credentials needs.
  var outside: Outside {
    Outside(
      now: now, send: send, run: run, heldSession: { [sessions] in sessions.session(of: $0) },
      keep: { [sessions] in sessions.keep($0) })
  }
}
