import AWSClient

/// The longest wait for AWS, retries included, in seconds.
///
/// The AWS CLI gives a credential_process 60 s.
let callTimeout = 50

/// The deadline of the running calls.
package enum CallDeadline {
  /// Nil outside of `withTimeout`.
  @TaskLocal package static var end: ContinuousClock.Instant?
}

/// Runs `body`, and throws `CredentialError.tookTooLong` after `callTimeout` seconds.
package func withTimeout<Value: Sendable>(
  _ body: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  // Within another call of this function, the outer deadline applies.
  if CallDeadline.end != nil { return try await body() }
  let end = ContinuousClock.now + .seconds(callTimeout)
  do {
    return try await withTimeout(.seconds(callTimeout), Timing.system.sleep) {
      try await CallDeadline.$end.withValue(end) { try await body() }
    }
  } catch is TimeoutError {
    throw CredentialError.tookTooLong(seconds: callTimeout)
  }
}

/// The time limit of a program.
///
/// It is shorter than the limit of the whole call, so that the message names the program.
package struct HelperTimeBudget: Sendable {
  private let start: ContinuousClock.Instant
  private let end: ContinuousClock.Instant

  /// The limit of a program that does not ask the user, in seconds.
  private static let usualLimit = 45

  /// A budget that begins at `start`, within a call that ends at `callEnd`.
  package init(from start: ContinuousClock.Instant, callEnd: ContinuousClock.Instant?) {
    self.start = start
    end = (callEnd ?? start + .seconds(callTimeout)) - .seconds(1)
  }

  /// The number of seconds that the program has run, if that is too long; otherwise nil.
  ///
  /// A program that asks the user may take the rest of the whole call.
  package func overrun(at now: ContinuousClock.Instant, isAsking: Bool) -> Int? {
    let limit = isAsking ? end : min(start + .seconds(Self.usualLimit), end)
    guard now >= limit else { return nil }
    return Int(start.duration(to: now).components.seconds)
  }
}
