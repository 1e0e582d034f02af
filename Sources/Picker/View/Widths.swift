import Accounts
import Canvas

/// What stands beside the display name in a row, from left to right.
enum Column: CaseIterable {
  case signs, account, role, session, region, group

  /// Those that stay longest when there is less room come first.
  static let byImportance: [Column] = [.account, .signs, .role, .session, .region, .group]

  var heading: String {
    switch self {
    case .signs: ""
    case .account: "Account"
    case .role: "Role"
    case .region: "Region"
    case .group: "Group"
    case .session: "Session"
    }
  }

  /// The widest that the column grows, whatever is in it.
  var widest: Int {
    switch self {
    case .signs: 8
    case .account, .region: 16
    case .role: 28
    case .group: 18
    case .session: 7
    }
  }
}

/// How wide every column of the catalogue would like to be.
struct Widths: Equatable, Sendable {
  private(set) var name = 4
  private(set) var columns: [Column: Int] = [:]
  /// Some entry has a key of its own, or a digit may lead to it.
  private(set) var hasKeys = false

  static let widestName = 40

  init(_ table: EntryTable) {
    hasKeys = !table.shortcuts.isEmpty
    name = min(max(name, table.columns(of: .displayName)), Self.widestName)
    let wanted = [
      (Column.signs, table.signs.map { Sign.text($0).count }.max() ?? 0),
      (.account, table.columns(of: .account)),
      (.role, table.columns(of: .role)), (.region, table.columns(of: .region)),
      (.group, table.columns(of: .group)), (.session, 7),
    ]
    for (column, width) in wanted where width > 0 {
      columns[column] = min(max(width, column.heading.count), column.widest)
    }
  }
}

/// What is said of an entry in a few letters behind its name.
enum Sign: CaseIterable {
  case confirm, readOnly, mfa

  var text: String {
    switch self {
    case .confirm: "!"
    case .readOnly: "ro"
    case .mfa: "mfa"
    }
  }

  private var trait: EntryTable.Traits {
    switch self {
    case .confirm: .confirm
    case .readOnly: .readOnly
    case .mfa: .hasMFA
    }
  }

  /// What the signs say of an entry with these traits.
  static func text(_ traits: EntryTable.Traits) -> String {
    allCases.filter { traits.contains($0.trait) }.map(\.text).joined(separator: " ")
  }
}
