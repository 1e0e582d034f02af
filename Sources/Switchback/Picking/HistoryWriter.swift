import Accounts
import Foundation
import Picker
import Search

/// Reading and changing the history on behalf of the picker: one thing after the other, in order,
/// and never on the main actor.
@MainActor
final class HistoryWriter {
  private let history: PickerHistory
  private let tell: @MainActor (HistoryUpdate) -> Void
  private var last: Task<Void, Never>?

  init(_ world: World, tell: @escaping @MainActor @Sendable (HistoryUpdate) -> Void) {
    history = PickerHistory(world) { sentence in
      Task { @MainActor in tell(.unreadable(sentence)) }
    }
    self.tell = tell
  }

  /// Does what an effect asks of the history, if it does.
  func perform(_ effect: Effect) {
    switch effect {
    case .readHistory: read()
    case .forget(let ids): perform { $0.forget(ids) }
    case .restore(let rows): perform { $0.restore(rows) }
    default: break
    }
  }

  /// Returns once all is done that was asked for.
  func finish() async {
    await last?.value
  }

  /// What takes longer than a tenth of a second says so.
  private func read() {
    let patience = Task {
      try await Task.sleep(for: .milliseconds(100))
      tell(.isSlow)
    }
    perform {
      defer { patience.cancel() }
      return $0.read()
    }
  }

  private func perform(_ work: @escaping @Sendable (PickerHistory) -> HistoryUpdate) {
    last = Task { [last, history] in
      await last?.value
      tell(await Task.detached { work(history) }.value)
    }
  }
}

/// The history as the picker reads and changes it; whatever goes wrong is a sentence.
struct PickerHistory: Sendable {
  private let store: Store
  private let now: @Sendable () -> Date
  private let utcOffset: @Sendable (_ second: Int) -> Int

  /// The world's history; `tell` hears what is no failure, since the screen has standard error's
  /// place.
  init(_ world: World, tell: @escaping @Sendable (_ sentence: String) -> Void) {
    store = Store(file: world.store.file, now: world.now, report: tell)
    now = world.now
    utcOffset = world.utcOffset
  }

  func read() -> HistoryUpdate {
    do {
      let now = Int(now().timeIntervalSince1970)
      return .read(HistoryTable(try store.history(), now: now, offset: utcOffset))
    } catch {
      return .unreadable("\(error)")
    }
  }

  func forget(_ ids: [Int64]) -> HistoryUpdate {
    do { try store.forget(ids) } catch { return .deletionFailed(ids, "\(error)") }
    return usage()
  }

  func restore(_ rows: [HistoryRow]) -> HistoryUpdate {
    do { try store.restore(rows) } catch { return .restorationFailed(rows, "\(error)") }
    return usage()
  }

  private func usage() -> HistoryUpdate {
    do { return .usageChanged(try store.usage()) } catch { return .unreadable("\(error)") }
  }
}
