import Accounts
import Canvas

/// One row of the list as it is drawn.
struct Row: Equatable {
  var entry: Entry
  var isSelected: Bool
  /// The digit that leads to it with Alt.
  var digit: Int?
  /// Seconds that a held session has left.
  var secondsLeft: Int?

  /// What stands in a column, in as many columns of the screen or a few more.
  func text(_ column: Column, _ width: Int) -> String {
    switch column {
    case .access: entry.label.readOnly ? (width < 9 ? "ro" : "read-only") : ""
    case .account: entry.accountID ?? ""
    case .role: entry.roleName ?? ""
    case .region: entry.region ?? ""
    case .group: entry.label.group ?? ""
    case .session: secondsLeft.map(timeLeft) ?? ""
    }
  }

  /// The keys that lead to it with Alt: its digit, and its own.
  var keys: String {
    let own = entry.label.shortcut.map { String($0).cleaned } ?? ""
    return (digit.map(String.init) ?? " ") + " " + own
  }
}

extension Model {
  func row(_ index: Int) -> Row {
    let entry = list.entry(index)
    let digit = list.recents.prefix(9).firstIndex(of: index).map { $0 + 1 }
    let left = sessions[entry.name].map { $0 - now }
    return Row(
      entry: entry, isSelected: index == list.selected, digit: digit,
      secondsLeft: left.flatMap { $0 > 0 ? $0 : nil })
  }
}

/// A time in at most six characters: `47m`, `1h05m`, `11h`, `<1m`.
func timeLeft(_ seconds: Int) -> String {
  let minutes = seconds / 60
  switch minutes {
  case ..<1: return "<1m"
  case ..<60: return "\(minutes)m"
  case ..<600: return "\(minutes / 60)h" + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60)m"
  case ..<6000: return "\(minutes / 60)h"
  default: return "\(minutes / 1440)d"
  }
}
