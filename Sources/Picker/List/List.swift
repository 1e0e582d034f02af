import Accounts
import Search

/// The list of entries: the matches of the query and the selection.
struct List: Equatable, Sendable {
  var table: EntryTable
  /// The order stays the same until the user asks for another one.
  var order: ListOrder
  var arrangement: ListOrder.Arrangement
  var folded: Set<ListOrder.Section.Kind> = []
  /// The lines without a query.
  var lines: ListLines
  /// The names of the pinned entries in the user's order, including entries that do not exist.
  var pins: [String]
  /// The row of the previous entry (Alt--): the newest recent entry that is not the current one.
  var previous: Int?
  var current: Int?
  /// The marked rows, shown or not.
  var marked: Set<Int> = []
  /// The rows by the shortcuts of the entries.
  var shortcuts: [Character: Int]
  var widths: ColumnWidths

  var field = TextField("")
  /// The query that produced `found`.
  var query = Query("")
  /// The matches of the query; nil if the query is empty.
  var found: FoundEntries?
  /// The line of the cursor.
  var line = 0
  /// The first line shown.
  private(set) var top = 0
  /// The latest results, so that deleting a character costs nothing.
  var queryPath: [QueryAnswer] = []
  /// The row that was selected before the query, to which the cursor returns.
  var startRow: Int?
  /// The names of the entries with cached sessions, and the logins that have ended.
  var held: [String] = []
  var loggedOut: Set<String> = []
  /// False on a screen with no room for headings.
  var hasHeadings = true

  init(
    _ table: EntryTable, pinned: [String], recents: [String], frecent: [String], current: String?,
    sort: Settings.Sort, groupBy: Settings.Grouping
  ) {
    self.table = table
    let rows = { (names: [String]) in table.rows(named: names) }
    pins = pinned
    arrangement = ListOrder.Arrangement(
      sort: sort, grouping: groupBy, pinned: rows(pinned), recents: rows(recents),
      frecent: rows(frecent))
    order = ListOrder(table, arrangement)
    lines = ListLines(order.sections, folded: [], hasHeadings: true)
    self.current = current.flatMap { table.row(named: $0) }
    previous = arrangement.recents.first { [current = self.current] in $0 != current }
    shortcuts = table.shortcuts
    widths = ColumnWidths(table)
    line = firstSelectable
    // In the shell of an entry, the picker selects the previous one, so that Enter works like
    // Alt-Tab.
    if self.current != nil, let previous { show(previous) }
  }

  struct QueryAnswer: Equatable, Sendable {
    let query: Query
    let found: FoundEntries
  }

  /// The entry of a row as shown in the list.
  func entry(_ row: Int) -> Entry { table.entry(row) }

  var isEmpty: Bool { table.count == 0 }
  /// The rows of recent entries, newest first.
  var recents: [Int] { arrangement.recents }
  var pinned: [Int] { arrangement.pinned }
}

extension List {
  /// The number of lines, including headings.
  var lineCount: Int { found?.count ?? lines.count }

  var hasMatches: Bool { found.map { $0.count > 0 } ?? !isEmpty }

  var matchCount: Int { found?.count ?? table.count }

  /// The row of the selected entry; nil if nothing or a heading is selected.
  var selected: Int? { row(atLine: line) }

  /// The row on a line; nil for a heading or if there is no such line.
  func row(atLine line: Int) -> Int? {
    guard line >= 0, line < lineCount else { return nil }
    guard found == nil else { return found.map { Int(order.entries.rows[$0[line]]) } }
    guard case .entry(let place) = lines[line] else { return nil }
    return Int(order.entries.rows[place])
  }

  /// The section whose heading is on a line.
  func section(atLine line: Int) -> Int? {
    guard found == nil, line >= 0, line < lines.count, case .heading(let section) = lines[line]
    else { return nil }
    return section
  }

  /// Whether the line is an entry or the heading of a folded section.
  func isSelectable(_ line: Int) -> Bool { found != nil || lines.isSelectable(line) }

  /// The first line that can be selected.
  var firstSelectable: Int {
    (0..<min(2, lines.count)).first { lines.isSelectable($0) } ?? 0
  }
}

extension List {
  /// Selects an entry.
  ///
  /// If the query does not match it, the query is cleared.
  mutating func select(_ row: Int) {
    if let found, !(0..<found.count).contains(where: { self.row(atLine: $0) == row }) { clear() }
    show(row)
  }

  /// Moves the cursor to a row, or to the heading that it is folded under.
  mutating func show(_ row: Int?) {
    guard let row else {
      line = found == nil ? firstSelectable : 0
      return
    }
    if let found {
      line = (0..<found.count).first { self.row(atLine: $0) == row } ?? 0
    } else if let place = order.entries.rows.firstIndex(of: UInt32(row)) {
      line = lines.line(ofPlace: place) ?? 0
    }
  }

  /// Moves the cursor to a line, or to the next selectable line in the direction of the move.
  mutating func select(line wanted: Int, up: Bool = false) {
    guard lineCount > 0 else { return }
    let wanted = min(max(0, wanted), lineCount - 1)
    guard found == nil, !lines.isSelectable(wanted) else {
      line = wanted
      return
    }
    let next = up ? wanted - 1 : wanted + 1
    let other = up ? wanted + 1 : wanted - 1
    line = next >= 0 && next < lineCount ? next : max(0, other)
  }

  mutating func move(_ motion: Motion, page: Int) {
    let goal = motion.applied(to: line, page: max(1, page), count: lineCount)
    select(line: goal, up: motion.isUp)
  }

  mutating func scroll(toShowSelectionIn rows: Int) {
    top = top(showingSelectionIn: rows)
  }

  /// The first line shown.
  ///
  /// It moves only as far as the selection and the end of the list require.
  func top(showingSelectionIn rows: Int) -> Int {
    guard rows > 0, lineCount > 0 else { return 0 }
    // The heading above the first entry is shown with it.
    let reach = line == firstSelectable && found == nil && rows > 1 ? 0 : line
    let least = max(0, line - rows + 1)
    let most = min(reach, max(0, lineCount - rows))
    return min(max(top, least), max(least, most))
  }
}
