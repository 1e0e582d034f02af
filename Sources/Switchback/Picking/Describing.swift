import Picker

/// Finds out what the details show, once the cursor has rested on an entry.
///
/// Only the last wish counts: whatever an earlier one would have brought is dropped.
@MainActor
final class DetailsLoader {
  private let load: @concurrent @Sendable (_ entry: String) async -> Details
  private let delay: @Sendable () async throws -> Void
  private var requestedEntry: String?
  private var task: Task<Void, Never>?

  /// `describe` is asked once `rest` is over; what it cannot find out, it says in the details.
  ///
  /// The rest is long enough that a key held down passes on.
  init(
    rest: @escaping @Sendable () async throws -> Void,
    describe: @escaping @concurrent @Sendable (_ entry: String) async -> Details
  ) {
    self.delay = rest
    self.load = describe
  }

  /// Waits; throws where that took much longer, since then the program was stopped meanwhile, and its screen is
  /// to be shown as it was.
  nonisolated static func wait(for time: Duration) async throws {
    let start = ContinuousClock.now
    try await Task.sleep(for: time)
    guard start.duration(to: .now) < time + .milliseconds(60) else { throw CancellationError() }
  }

  /// Takes what the screen wants to know of now; the same wish again changes nothing.
  func request(_ entry: String?, tell: @escaping @MainActor @Sendable (Message) -> Void) {
    guard entry != requestedEntry else { return }
    requestedEntry = entry
    task?.cancel()
    guard let entry else { return }
    begin(entry, tell)
  }

  private func begin(
    _ entry: String, _ tell: @escaping @MainActor @Sendable (Message) -> Void
  ) {
    task = Task { [delay, load] in
      guard (try? await delay()) != nil else { return }
      let details = await load(entry)
      guard !Task.isCancelled else { return }
      tell(.detailsLoaded(entry: entry, details))
    }
  }

  func stop() {
    task?.cancel()
  }
}
