import Accounts
import Search

/// The entries, what of them the query leaves, and which one is selected.
struct List: Equatable, Sendable {
  var table: EntryTable
  /// Stays as it is while somebody looks, unless they ask for another.
  var order: ListOrder
  var arrangement: ListOrder.Arrangement
  var folded: Set<ListOrder.Section.Kind> = []
  /// The lines where nothing is looked for.
  var lines: ListLines
  /// The names of the pinned entries, in the user's order, whether they are there or not.
  var pins: [String]
  /// The row that Alt-- goes to: the newest recent entry that is not the current one.
  var previous: Int?
  var current: Int?
  /// Rows that are marked, shown or not.
  var marked: Set<Int> = []
  /// Rows by the entries' own keys.
  var shortcuts: [Character: Int]
  var widths: ColumnWidths

  var field = TextField("")
  /// The query that `found` is the answer to.
  private(set) var query = Query("")
  /// Nil where nothing is looked for.
  var found: FoundEntries?
  /// The line that the cursor is on.
  private(set) var line = 0
  /// The first line shown.
  private(set) var top = 0
  /// The latest answers, so that a key taken back costs nothing.
  var queryPath: [QueryAnswer] = []
  /// The entry that was selected when nothing was looked for: there the cursor returns to.
  private var startRow: Int?
  /// The names of the entries of which sessions are held, and the logins that have ended.
  private var held: [String] = []
  private var loggedOut: Set<String> = []
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
    // From within an entry the picker and Enter lead back to the one before, as Alt-Tab does.
    if self.current != nil, let previous { show(previous) }
  }

  struct QueryAnswer: Equatable, Sendable {
    let query: Query
    let found: FoundEntries
  }

  /// The entry of a row, as it is to be shown.
  func entry(_ row: Int) -> Entry { table.entry(row) }

  var isEmpty: Bool { table.count == 0 }
  /// Rows switched to, newest first.
  var recents: [Int] { arrangement.recents }
  var pinned: [Int] { arrangement.pinned }
}

extension List {
  /// How many lines there are, headings included.
  var lineCount: Int { found?.count ?? lines.count }

  var hasMatches: Bool { found.map { $0.count > 0 } ?? !isEmpty }

  var matchCount: Int { found?.count ?? table.count }

  /// The row of the selected entry; nil where there is none, or a heading.
  var selected: Int? { row(atLine: line) }

  /// The row on a line; nil for a heading, and outside.
  func row(atLine line: Int) -> Int? {
    guard line >= 0, line < lineCount else { return nil }
    guard found == nil else { return found.map { Int(order.entries.rows[$0[line]]) } }
    guard case .entry(let place) = lines[line] else { return nil }
    return Int(order.entries.rows[place])
  }

  /// The section whose heading stands on a line.
  func section(atLine line: Int) -> Int? {
    guard found == nil, line >= 0, line < lines.count, case .heading(let section) = lines[line]
    else { return nil }
    return section
  }

  /// True for entries, and for what they are folded under.
  func isSelectable(_ line: Int) -> Bool { found != nil || lines.isSelectable(line) }

  /// The first line that the cursor can be on.
  var firstSelectable: Int {
    (0..<min(2, lines.count)).first { lines.isSelectable($0) } ?? 0
  }
}

extension List {
  /// The answer to a query: one given before, where it is still known, else found among that of a wider one.
  private mutating func answer(_ query: Query) -> FoundEntries {
    if let step = queryPath.lastIndex(where: { $0.query == query }) {
      queryPath.removeSubrange((step + 1)...)
      return queryPath[step].found
    }
    let wider = queryPath.last { query.narrows($0.query) }
    let found = find(query, among: wider?.found)
    // A step of a hundred thousand is a megabyte.
    if queryPath.count >= 4 { queryPath.removeFirst() }
    queryPath.append(QueryAnswer(query: query, found: found))
    return found
  }

  /// What the table finds with what is known of its entries now.
  func find(_ query: Query, among wider: FoundEntries? = nil) -> FoundEntries {
    guard !query.states.isEmpty else {
      return table.find(query, in: order.entries, among: wider)
    }
    let current = CurrentStates(
      pinned: arrangement.pinned, recent: Array(arrangement.recents.prefix(9)),
      held: table.rows(named: held), loggedOut: loggedOut)
    return table.find(query, in: order.entries, among: wider, current: current)
  }

  /// Takes in which sessions are held and which logins have ended; where the query asks for that it
  /// is answered anew, the cursor staying on its entry.
  mutating func updateSessions(held: [String], loggedOut: Set<String>) {
    guard Set(held) != Set(self.held) || loggedOut != self.loggedOut else { return }
    (self.held, self.loggedOut) = (held, loggedOut)
    queryPath.removeAll { $0.query.states.contains(.login) }
    guard query.states.contains(.login) else { return }
    let row = selected
    found = find(query)
    show(row)
  }

  /// What is wrong with a field or a state that the query names; nil where nothing is.
  var complaint: String? {
    query.complaint(found: found.flatMap { $0.count > 0 ? row(atLine: 0) : nil }.map(entry))
  }

  /// Answers the query anew; the best match is selected, and where the query is gone, what was selected before.
  mutating func filter() {
    let query = Query(field.text)
    guard query != self.query else { return }
    if self.query.isEmpty { startRow = selected }
    let selected = selected
    self.query = query
    if query.isEmpty {
      found = nil
      queryPath = []
      show(selected ?? startRow)
    } else {
      found = answer(query)
      line = 0
    }
  }

  /// Empties the query.
  mutating func clear() {
    field = TextField("")
    filter()
  }

  /// Selects an entry, which the query must leave room for: else the query goes.
  mutating func select(_ row: Int) {
    if let found, !(0..<found.count).contains(where: { self.row(atLine: $0) == row }) { clear() }
    show(row)
  }

  /// Puts the cursor on the line of a row, or of the heading that it is folded under.
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

  /// Puts the cursor on a line, or on the next one that it can be on in the direction of the move.
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

  /// The first line shown, moved no more than the selection and the end of the list ask for.
  func top(showingSelectionIn rows: Int) -> Int {
    guard rows > 0, lineCount > 0 else { return 0 }
    // The heading above the first entry of all comes into sight with it.
    let reach = line == firstSelectable && found == nil && rows > 1 ? 0 : line
    let least = max(0, line - rows + 1)
    let most = min(reach, max(0, lineCount - rows))
    return min(max(top, least), max(least, most))
  }
}
