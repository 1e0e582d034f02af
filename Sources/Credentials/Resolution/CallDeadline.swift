import AWSClient

/// The longest that AWS is waited for, retries included, in seconds.
///
/// A credential_process may take 60 s (AWS CLI).
let callTimeout = 50

/// Until when what runs now is waited for.
package enum CallDeadline {
  /// Nil outside of `inTime`.
  @TaskLocal package static var end: ContinuousClock.Instant?
}

/// Runs `body`, and gives up after `patience` seconds.
package func withTimeout<Value: Sendable>(
  _ body: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  let end = ContinuousClock.now + .seconds(callTimeout)
  do {
    return try await withTimeout(.seconds(callTimeout), Timing.system.sleep) {
      try await CallDeadline.$end.withValue(end) { try await body() }
    }
  } catch is TimeoutError {
    throw CredentialError.tookTooLong(seconds: callTimeout)
  }
}

/// How long a program is waited for: less than everything together, so that it is named.
package struct HelperTimeBudget: Sendable {
  private let start: ContinuousClock.Instant
  private let end: ContinuousClock.Instant

  /// In seconds.
  private static let usualLimit = 45

  /// From `start` on, within a call that ends at `callEnd`.
  package init(from start: ContinuousClock.Instant, callEnd: ContinuousClock.Instant?) {
    self.start = start
    end = (callEnd ?? start + .seconds(callTimeout)) - .seconds(1)
  }

  /// How many seconds it has taken, where that is too long.
  ///
  /// Whoever asks gets what is left of the whole call.
  package func overrun(at now: ContinuousClock.Instant, isAsking: Bool) -> Int? {
    let limit = isAsking ? end : min(start + .seconds(Self.usualLimit), end)
    guard now >= limit else { return nil }
    return Int(start.duration(to: now).components.seconds)
  }
}
