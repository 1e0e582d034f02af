import Accounts
import Canvas

/// One row of the list as it is drawn.
struct Row: Equatable {
  var entry: Entry
  var isSelected: Bool
  var isMarked: Bool
  /// The digit that leads to it with Alt.
  var digit: Int?
  var flags: [EntryFlag]
  /// How long the session that is held lasts, in seconds; nil where none is.
  var sessionLeft: Int?

  func text(_ part: RowLayout.Part) -> String {
    switch part.column {
    case .state: EntryFlag.text(of: flags, columns: part.width)
    case .account: entry.accountID ?? ""
    case .role: entry.roleName ?? ""
    case .region: entry.region ?? ""
    case .group: entry.label.group ?? ""
    case .session: sessionLeft.map(timeLeft) ?? ""
    }
  }

  /// The key that leads to it with Alt: its own, else its digit.
  var key: String {
    entry.label.shortcut.map { String($0).cleaned } ?? digit.map(String.init) ?? ""
  }
}

extension ListColumn {
  /// The field of the catalogue that it shows; nil for what no query finds.
  var field: EntryTable.Field? {
    switch self {
    case .account: .account
    case .role: .role
    case .region: .region
    case .group: .group
    case .state, .session: nil
    }
  }
}

extension Model {
  func row(_ index: Int, isSelected: Bool) -> Row {
    let entry = list.entry(index)
    let digit = list.recents.prefix(9).firstIndex(of: index).map { $0 + 1 }
    return Row(
      entry: entry, isSelected: isSelected, isMarked: isMarked(index), digit: digit,
      flags: flags(of: entry), sessionLeft: sessionLeft(of: entry))
  }

  /// How long the session of an entry that is held lasts, in seconds; nil where none is.
  func sessionLeft(of entry: Entry) -> Int? {
    sessions[entry.name].map { $0 - now }.flatMap { $0 > 0 ? $0 : nil }
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
