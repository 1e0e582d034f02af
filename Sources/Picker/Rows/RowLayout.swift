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
    let leastName = min(widths.name, max(14, min(28, columns * 2 / 5)))
    var fitting = ColumnFitting(columns: columns, room: max(0, columns - 5 - leastName))
    var hasKey = false
    for column in ListColumn.byImportance where column != .group || hasGroups {
      if column == .role, hasKeys { hasKey = fitting.takes(2) }
      if column == .region { fitting.widenState() }
      if let full = widths.columns[column] { fitting.add(column, full) }
    }
    nameWidth = min(widths.name, leastName + fitting.room, max(0, columns - 5))
    fitting.room -= nameWidth - leastName
    fitting.widenRole(to: widths.columns[.role] ?? 0)
    let gap = fitting.room >= fitting.widths.count ? 3 : 2
    key = hasKey ? 3 : nil
    name = hasKey ? 5 : 3
    var start = name + nameWidth
    parts = ListColumn.allCases.compactMap { column in
      guard let width = fitting.widths[column] else { return nil }
      defer { start += width + gap }
      return Part(column: column, start: start + gap, width: width)
    }
  }

  /// What a list needs to have all its columns, with names and roles that can still be read.
  static func leastColumns(_ widths: ColumnWidths, hasKeys: Bool) -> Int {
    let columns = widths.columns.reduce(0) { sum, column in
      sum + 2 + (column.key == .role ? min(column.value, 16) : column.value)
    }
    return 5 + min(widths.name, 28) + (hasKeys ? 2 : 0) + columns
  }

  /// Columns given room, one after the other, as long as each fits.
  private struct ColumnFitting {
    var room: Int
    var widths: [ListColumn: Int] = [:]
    private var isFull = false

    private let columns: Int

    init(columns: Int, room: Int) { (self.columns, self.room) = (columns, room) }

    mutating func takes(_ width: Int) -> Bool {
      isFull = isFull || width > room
      if !isFull { room -= width }
      return !isFull
    }

    mutating func add(_ column: ListColumn, _ full: Int) {
      let width = min(full, column.least(columns))
      if takes(width + 2) { widths[column] = width }
    }

    mutating func widenState() {
      if takes(EntryFlag.columns - EntryFlag.leastColumns(columns)) {
        widths[.state] = EntryFlag.columns
      }
    }

    mutating func widenRole(to full: Int) {
      guard let width = widths[.role] else { return }
      let more = max(0, min(full - width, room))
      widths[.role] = width + more
      room -= more
    }
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
