package import Foundation

/// Clocks, waiting and randomness, as functions.
package struct Timing: Sendable {
  /// The best estimate of AWS's time.
  package var now: @Sendable () -> Date
  /// The time of this machine's clock.
  package var machineNow: @Sendable () -> Date
  /// Waits; throws if the task is cancelled meanwhile.
  package var sleep: @Sendable (Duration) async throws -> Void
  /// A random number from 0 to 1.
  package var chance: @Sendable () -> Double
  /// Called with the current time of a service's clock, and the URL of the request.
  package var learn: @Sendable (_ time: Date, _ url: String) -> Void
  /// Called when AWS rejected the time of `now` and did not return its own time.
  ///
  /// Returns true if `now` gives another time from then on.
  package var forget: @Sendable () -> Bool = { false }

  package init(
    now: @escaping @Sendable () -> Date, sleep: @escaping @Sendable (Duration) async throws -> Void,
    chance: @escaping @Sendable () -> Double,
    learn: @escaping @Sendable (_ time: Date, _ url: String) -> Void = { _, _ in }
  ) {
    self.now = now
    machineNow = now
    self.sleep = sleep
    self.chance = chance
    self.learn = learn
  }
}

extension Timing {
  /// This machine's clock and the system's randomness.
  package static let system = Timing(
    now: { Date() }, sleep: { try await Task.sleep(for: $0) }, chance: { .random(in: 0...1) })
}

/// The time limit passed before the work was done.
package struct TimeoutError: Error {
  package init() {}
}

/// The result of `work`; if `limit` passes first, cancels the work and throws `TimeoutError`.
package func withTimeout<Value: Sendable>(
  _ limit: Duration, _ sleep: @escaping @Sendable (Duration) async throws -> Void,
  _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  try await withThrowingTaskGroup(of: Value.self) { group in
    defer { group.cancelAll() }
    group.addTask { try await work() }
    group.addTask {
      try await sleep(limit)
      throw TimeoutError()
    }
    guard let value = try await group.next() else { throw CancellationError() }
    return value
  }
}
