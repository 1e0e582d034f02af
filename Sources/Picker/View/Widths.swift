import Accounts
import Canvas

/// What stands beside the display name in a row, from left to right.
enum ListColumn: CaseIterable {
  case state, account, role, session, region, group

  /// Those that stay longest when there is less room come first.
  static let byImportance: [ListColumn] = [.state, .account, .role, .session, .region, .group]

  var heading: String {
    switch self {
    case .state: "State"
    case .account: "Account"
    case .role: "Role"
    case .region: "Region"
    case .group: "Group"
    case .session: "Session"
    }
  }

  /// The narrowest that the column gets in a list of so many columns: a role's name says something even where its end
  /// is cut.
  func least(_ columns: Int) -> Int {
    switch self {
    case .state: EntryFlag.leastColumns(columns)
    case .role: 12
    case .account, .region, .group, .session: widest
    }
  }

  /// The widest that the column grows, whatever is in it.
  var widest: Int {
    switch self {
    case .state: EntryFlag.columns
    case .account, .region: 16
    case .role: 28
    case .group: 18
    case .session: 7
    }
  }
}

/// How wide every column of the catalogue would like to be.
struct ColumnWidths: Equatable, Sendable {
  private(set) var name = 4
  private(set) var columns: [ListColumn: Int] = [:]
  /// Some entry has a key of its own, or a digit may lead to it.
  private(set) var hasKeys = false

  static let widestName = 40

  init(_ table: EntryTable) {
    hasKeys = !table.shortcuts.isEmpty
    name = min(max(name, table.columns(of: .displayName)), Self.widestName)
    let wanted = [
      // Whatever is known yet: which logins have ended is found out after the first paint.
      (ListColumn.state, EntryFlag.columns),
      (.account, table.columns(of: .account)),
      (.role, table.columns(of: .role)), (.region, table.columns(of: .region)),
      (.group, table.columns(of: .group)), (.session, 7),
    ]
    for (column, width) in wanted where width > 0 {
      columns[column] = min(max(width, column.heading.count), column.widest)
    }
  }
}
