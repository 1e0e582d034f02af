import Accounts
import Foundation
import Picker

/// The history as the picker reads and changes it; whatever goes wrong is a sentence.
struct PickerHistory: Sendable {
  private let store: Store
  private let now: @Sendable () -> Date
  private let utcOffset: @Sendable (_ second: Int) -> Int

  /// The world's history; `tell` hears what is no failure, since the screen has standard error's
  /// place.
  init(_ world: World, tell: @escaping @Sendable (_ sentence: String) -> Void) {
    store = Store(file: world.store.file, now: world.now, tell: tell)
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
