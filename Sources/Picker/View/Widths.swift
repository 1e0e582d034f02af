import Accounts
import Canvas

/// What stands beside the display name in a row, from left to right.
enum Column: CaseIterable {
  case access, account, role, region, group, session

  /// Those that stay longest when there is less room come first.
  static let byImportance: [Column] = [
    .access, .account, .role, .session, .region, .group,
  ]

  var heading: String {
    switch self {
    case .access: ""
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
    case .access: 9
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

  init(_ entries: some Sequence<Entry>) {
    var access = 0
    var account = 0
    var role = 0
    var region = 0
    var group = 0
    for entry in entries {
      name = max(name, entry.label.displayName.columns)
      if entry.label.readOnly { access = 9 }
      account = max(account, entry.accountID?.columns ?? 0)
      role = max(role, entry.roleName?.columns ?? 0)
      region = max(region, entry.region?.columns ?? 0)
      group = max(group, entry.label.group?.columns ?? 0)
      hasKeys = hasKeys || entry.label.shortcut != nil
    }
    name = min(name, Self.widestName)
    let wanted = [
      (Column.access, access), (.account, account), (.role, role), (.region, region),
      (.group, group), (.session, 7),
    ]
    for (column, width) in wanted where width > 0 {
      columns[column] = min(max(width, column.heading.count), column.widest)
    }
  }
}
