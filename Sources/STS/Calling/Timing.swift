package import Foundation

/// Time and chance, as functions.
package struct Timing: Sendable {
  package var now: @Sendable () -> Date
  /// Waits; throws where the task is cancelled meanwhile.
  package var sleep: @Sendable (Duration) async throws -> Void
  /// A number from 0 to 1.
  package var chance: @Sendable () -> Double

  package init(
    now: @escaping @Sendable () -> Date, sleep: @escaping @Sendable (Duration) async throws -> Void,
    chance: @escaping @Sendable () -> Double
  ) {
    self.now = now
    self.sleep = sleep
    self.chance = chance
  }
}

extension Timing {
  /// This machine's clock and the system's randomness.
  package static let system = Timing(
    now: { Date() }, sleep: { try await Task.sleep(for: $0) }, chance: { .random(in: 0...1) })
}
