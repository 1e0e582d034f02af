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
  /// Where the key of a row stands; nil where there is no room, or no row has one.
  let key: Int?
  let name: Int
  let nameWidth: Int
  let parts: [Part]
  let columns: Int

  /// `columns` are those of the list, the last of which is the scrollbar's.
  init(_ widths: ColumnWidths, hasKeys: Bool, hasGroups: Bool, columns: Int) {
    self.columns = columns
    var fitting = Fitting(widths, room: max(0, columns - 5), columns: columns)
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

  /// What a list needs to have all its columns beside whole names.
  static func leastColumns(_ widths: ColumnWidths, hasKeys: Bool) -> Int {
    let columns = widths.columns.reduce(0) { sum, column in
      sum + 2 + min(column.value, column.key.comfortable)
    }
    return 5 + widths.wantedName + (hasKeys ? 2 : 0) + columns
  }
}

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

  /// The narrowest that the column gets, and only where names have no room to spare: a role's name says something even
  /// where its end is cut, an account's number where its start is.
  var least: Int {
    switch self {
    case .state: 3
    case .account: 7
    case .role: 8
    case .group: 10
    case .region, .session: widest
    }
  }

  /// What the column has before one that is less important is there at all.
  var comfortable: Int {
    switch self {
    case .state: 5
    case .role: 12
    case .group: 10
    case .account, .region, .session: widest
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

/// How wide every column of the catalogue has to be to cut nothing.
struct ColumnWidths: Equatable, Sendable {
  /// That of the name, up to the widest that it ever gets.
  private(set) var name = 4
  private(set) var columns: [ListColumn: Int] = [:]
  /// Some entry has a key of its own, or a digit may lead to it.
  private(set) var hasKeys = false

  static let widestName = 60
  /// The widest that it gets at the cost of other columns.
  static let widestWhole = 44

  /// What the name has before other columns are there, or are wider than they must be.
  var wantedName: Int { min(name, Self.widestWhole) }

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
