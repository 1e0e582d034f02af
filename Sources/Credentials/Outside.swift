package import Foundation
package import STS

/// What getting credentials needs of the world, as functions.
package struct Outside: Sendable {
  package var now: @Sendable () -> Date
  package var send: Send
  /// Runs a command through `/bin/sh -c` and gives what it printed; throws `CommandFailure`.
  package var run: @Sendable (_ command: String) async throws -> String
  /// The sealed session of an entry, if there is one that can be opened.
  package var heldSession: @Sendable (_ entry: String) -> Session?
  /// Keeps a session for the next time; keeping is a convenience, so it cannot fail.
  package var keep: @Sendable (Session) -> Void

  package init(
    now: @escaping @Sendable () -> Date, send: @escaping Send,
    run: @escaping @Sendable (_ command: String) async throws -> String,
    heldSession: @escaping @Sendable (_ entry: String) -> Session?,
    keep: @escaping @Sendable (Session) -> Void
  ) {
    self.now = now
    self.send = send
    self.run = run
    self.heldSession = heldSession
    self.keep = keep
  }
}

/// Why a command that should have printed something did not.
package enum CommandFailure: Error, Sendable, Equatable {
  case failed(status: String, said: String)
  case timedOut(seconds: Int)
}
