package import Foundation

/// Time and chance, as functions.
package struct Timing: Sendable {
  /// AWS's time, as far as it is known.
  package var now: @Sendable () -> Date
  /// Waits; throws where the task is cancelled meanwhile.
  package var sleep: @Sendable (Duration) async throws -> Void
  /// A number from 0 to 1.
  package var chance: @Sendable () -> Double
  /// Told what AWS's clock showed just now.
  package var learn: @Sendable (_ time: Date) -> Void

  package init(
    now: @escaping @Sendable () -> Date, sleep: @escaping @Sendable (Duration) async throws -> Void,
    chance: @escaping @Sendable () -> Double,
    learn: @escaping @Sendable (_ time: Date) -> Void = { _ in }
  ) {
    self.now = now
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
