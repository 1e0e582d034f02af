package import Accounts

/// What came of reading or changing the history.
package enum HistoryUpdate: Equatable, Sendable {
  /// Reading it takes a moment.
  case isSlow
  case read(HistoryTable)
  /// Why it cannot be read, in a sentence.
  case unreadable(String)
  /// Switches are forgotten, or there again, and this is known of the entries now.
  case usageChanged(Usage)
  /// These switches are still there; why, in a sentence.
  case deletionFailed([Int64], String)
  /// These switches are still gone; why, in a sentence.
  case restorationFailed([HistoryRow], String)
}
