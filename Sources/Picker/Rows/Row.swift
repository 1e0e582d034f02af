import Accounts
import Search
import Text

/// One row of the list as it is drawn.
struct Row: Equatable {
  var entry: Entry
  var isSelected: Bool
  var isMarked: Bool
  /// The digit that switches to it with Alt.
  var digit: Int?
  var flags: [EntryFlag]
  /// The remaining time of the cached session in seconds; nil if there is none.
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

  /// The key shown for the row: the entry's shortcut, or else its digit.
  var key: String {
    entry.label.shortcut.map { String($0).cleaned } ?? digit.map(String.init) ?? ""
  }
}

extension ListColumn {
  /// The field of the table that the column shows; nil if queries do not search it.
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

  /// The remaining time of an entry's cached session in seconds; nil if there is none.
  func sessionLeft(of entry: Entry) -> Int? {
    sessions[entry.name].map { $0 - now }.flatMap { $0 > 0 ? $0 : nil }
  }
}

/// A duration in at most six characters: `47m`, `1h05m`, `11h`, `<1m`.
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

/// A state of an entry, shown in a few letters of its row.
///
/// The states that matter most before a switch come first.
enum EntryFlag: CaseIterable {
  case broken, login, confirm, readOnly, mfa, doubtful

  var text: String {
    switch self {
    case .broken: "broken"
    case .login: "login"
    case .confirm: "!"
    case .readOnly: "ro"
    case .mfa: "mfa"
    case .doubtful: "?"
    }
  }

  /// A shorter text for narrow columns.
  private var short: String {
    switch self {
    case .broken: "err"
    case .login: "log"
    case .confirm, .readOnly, .mfa, .doubtful: text
    }
  }

  /// The explanation in the help.
  var meaning: String {
    switch self {
    case .broken: "cannot be switched to; the details say why"
    case .login: "needs a login; switching starts it"
    case .confirm: "requires confirmation"
    case .readOnly: "read-only"
    case .mfa: "asks for an MFA code"
    case .doubtful: "some of its settings are ignored; the details say which"
    }
  }

  /// The width of the column of flags: enough for all combinations but a login with several others.
  static let columns = 6

  /// As many of the flags as fit.
  static func text(of flags: [EntryFlag], columns: Int) -> String {
    guard let first = flags.first else { return "" }
    let start = first.text.count <= columns ? first.text : first.short
    return flags.dropFirst().reduce(start) { text, flag in
      text.count + 1 + flag.text.count <= columns ? text + " " + flag.text : text
    }
  }
}

extension Model {
  /// The flags of an entry, as far as they are known.
  func flags(of entry: Entry) -> [EntryFlag] {
    if entry.trouble == .unusable { return [.broken] }
    let needsLogin = sessionLeft(of: entry) == nil && entry.login.map(loggedOut.contains) == true
    return EntryFlag.allCases.filter { flag in
      switch flag {
      case .broken: false
      case .login: needsLogin
      case .confirm: entry.label.confirm
      case .readOnly: entry.label.readOnly
      case .mfa: entry.hasMFA
      case .doubtful: entry.trouble == .doubtful
      }
    }
  }
}
