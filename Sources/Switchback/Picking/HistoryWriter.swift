import Accounts
import Foundation
import Picker
import Search

/// Reads and changes the history for the picker, one request after the other, never on the main
/// actor.
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

  /// Performs an effect on the history; ignores other effects.
  func perform(_ effect: Effect) {
    switch effect {
    case .readHistory: read()
    case .forget(let ids): perform { $0.forget(ids) }
    case .restore(let rows): perform { $0.restore(rows) }
    default: break
    }
  }

  /// Returns when all requests are done.
  func finish() async {
    await last?.value
  }

  /// Reads the history.
  ///
  /// Reports if that takes longer than 100 ms.
  private func read() {
    let timer = Task {
      try await Task.sleep(for: .milliseconds(100))
      tell(.isSlow)
    }
    perform {
      defer { timer.cancel() }
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

/// The history for the picker.
///
/// Errors are sentences.
struct PickerHistory: Sendable {
  private let store: Store
  private let now: @Sendable () -> Date
  private let utcOffset: @Sendable (_ second: Int) -> Int

  /// The world's history.
  ///
  /// `tell` takes warnings, since standard error is covered by the screen.
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
