import Picker

/// Finds out what the details show, once the cursor has rested on an entry.
///
/// Only the last wish counts: whatever an earlier one would have brought is dropped.
@MainActor
final class Describing {
  private let describe: @concurrent @Sendable (_ entry: String) async -> Details
  private let rest: @Sendable () async throws -> Void
  private var wish: String?
  private var task: Task<Void, Never>?

  /// `describe` is asked once `rest` is over; what it cannot find out, it says in the details.
  ///
  /// The rest is long enough that a key held down passes on.
  init(
    rest: @escaping @Sendable () async throws -> Void,
    describe: @escaping @concurrent @Sendable (_ entry: String) async -> Details
  ) {
    self.rest = rest
    self.describe = describe
  }

  /// Waits; throws where that took much longer, since then the program was stopped meanwhile, and its screen is
  /// to be shown as it was.
  nonisolated static func rest(for time: Duration) async throws {
    let start = ContinuousClock.now
    try await Task.sleep(for: time)
    guard start.duration(to: .now) < time + .milliseconds(60) else { throw CancellationError() }
  }

  /// Takes what the screen wants to know of now; the same wish again changes nothing.
  func want(_ entry: String?, tell: @escaping @MainActor @Sendable (Message) -> Void) {
    guard entry != wish else { return }
    wish = entry
    task?.cancel()
    guard let entry else { return }
    begin(entry, tell)
  }

  private func begin(
    _ entry: String, _ tell: @escaping @MainActor @Sendable (Message) -> Void
  ) {
    task = Task { [rest, describe] in
      guard (try? await rest()) != nil else { return }
      let details = await describe(entry)
      guard !Task.isCancelled else { return }
      tell(.described(entry: entry, details))
    }
  }

  func stop() {
    task?.cancel()
  }
}
