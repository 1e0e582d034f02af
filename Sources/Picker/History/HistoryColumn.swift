import Accounts

/// What stands in a row of the history, from left to right.
enum HistoryColumn: CaseIterable {
  case time, name, account, role, how, status, region

  /// Those behind the name that stay longest when there is less room come first.
  static let byImportance: [HistoryColumn] = [.account, .status, .role, .how, .region]

  var heading: String {
    switch self {
    case .time: "When"
    case .name: "Name"
    case .account: "Account"
    case .role: "Role"
    case .how: "How"
    case .status: "Status"
    case .region: "Region"
    }
  }

  /// The field of the table that it shows; nil for what no query finds.
  var field: EntryTable.Field? {
    switch self {
    case .time: HistoryTable.timeField
    case .name: .displayName
    case .account: .account
    case .role: .role
    case .how: HistoryTable.methodField
    case .status: nil
    case .region: .region
    }
  }

  /// How narrow it may be before it gives way; nil where it is whole or not there.
  var least: Int? { self == .role ? 9 : nil }

  /// How wide it would like to be: what is in it decides, up to a limit.
  func width(in table: EntryTable) -> Int {
    let widest =
      switch self {
      case .time, .account, .region: 16
      case .name: ColumnWidths.widestName
      case .role: 20
      case .how, .status: 8
      }
    let wanted = self == .status || self == .time ? widest : field.map(table.columns) ?? 0
    return min(max(wanted, heading.count), widest)
  }
}
