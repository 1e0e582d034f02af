package import Foundation

/// Time and chance, as functions.
package struct Timing: Sendable {
  /// AWS's time, as far as it is known.
  package var now: @Sendable () -> Date
  /// This machine's own time.
  package var machineNow: @Sendable () -> Date
  /// Waits; throws where the task is cancelled meanwhile.
  package var sleep: @Sendable (Duration) async throws -> Void
  /// A number from 0 to 1.
  package var chance: @Sendable () -> Double
  /// Told what the clock of a service showed just now, and the URL that it was asked at.
  package var learn: @Sendable (_ time: Date, _ url: String) -> Void
  /// Told that AWS refused the time that `now` shows, and did not say another; true where `now` shows another since.
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

/// Thrown where the time was over first.
package struct TimeoutError: Error {}

/// The result of `work`, unless `limit` passes first: then the work is cancelled.
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
