import Search

/// Which column of the screen each part of a row begins at.
///
///     pointer, bar, key, name, state, account …
///
/// A wider list has every column that a narrower one has.
struct RowLayout: Equatable {
  struct Part: Equatable {
    var column: ListColumn
    var start: Int
    var width: Int
  }

  static let pointer = 0
  static let bar = 1
  /// The column of a row's key; nil if there is no room, or if no row has one.
  let key: Int?
  let name: Int
  let nameWidth: Int
  let parts: [Part]
  let columns: Int

  /// Lays out a row.
  ///
  /// `columns` is the width of the list. The last column is the scrollbar's.
  init(_ widths: ColumnWidths, hasKeys: Bool, hasGroups: Bool, columns: Int) {
    self.columns = columns
    var fitting = RowFitting(widths, room: max(0, columns - 5), columns: columns)
    fitting.addEssentials()
    fitting.addOthers(hasKeys: hasKeys, hasGroups: hasGroups)
    fitting.widen()
    let gap = fitting.takesGaps() ? 3 : 2
    fitting.widenName()
    nameWidth = fitting.name
    key = fitting.hasKey ? 3 : nil
    name = fitting.hasKey ? 5 : 3
    var start = name + nameWidth
    parts = ListColumn.allCases.compactMap { column in
      guard let width = fitting.widths[column] else { return nil }
      defer { start += width + gap }
      return Part(column: column, start: start + gap, width: width)
    }
  }

  /// The width at which the list shows all its columns beside full names.
  static func leastColumns(_ widths: ColumnWidths, hasKeys: Bool) -> Int {
    let columns = widths.columns.reduce(0) { sum, column in
      sum + 2 + min(column.value, column.key.comfortable)
    }
    return 5 + widths.wantedName + (hasKeys ? 2 : 0) + columns
  }
}

/// The columns of the list beside the display name, from left to right.
enum ListColumn: CaseIterable {
  case state, account, role, session, region, group

  /// The columns in the order in which they are kept when room runs out.
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

  /// The minimum width, used only if names have no room to spare.
  ///
  /// A role's name is still useful without its end, an account ID without its start.
  var least: Int {
    switch self {
    case .state: 3
    case .account: 7
    case .role: 8
    case .group: 10
    case .region, .session: widest
    }
  }

  /// The width that the column gets before a less important one is shown.
  var comfortable: Int {
    switch self {
    case .state: 5
    case .role: 12
    case .group: 10
    case .account, .region, .session: widest
    }
  }

  /// The maximum width, whatever the content.
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

/// The widths at which no column of the table is truncated.
struct ColumnWidths: Equatable, Sendable {
  /// The width of the name, up to its maximum.
  private(set) var name = 4
  private(set) var columns: [ListColumn: Int] = [:]
  /// Whether some entry has a shortcut.
  private(set) var hasKeys = false

  static let widestName = 60
  /// The maximum width of the name at the cost of other columns.
  static let widestWhole = 44

  /// The width that the name gets before other columns are shown or widened.
  var wantedName: Int { min(name, Self.widestWhole) }

  init(_ table: EntryTable) {
    hasKeys = !table.shortcuts.isEmpty
    name = min(max(name, table.columns(of: .displayName)), Self.widestName)
    let wanted = [
      // Always at full width: which logins have ended is known only after the first paint.
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
