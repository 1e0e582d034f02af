import Accounts
import Search

/// The history of switches, shown in place of the list: the matches of the query and the selection.
struct History: Equatable, Sendable {
  private(set) var table: HistoryTable
  /// Whether some entry no longer exists.
  private(set) var hasMissingEntries: Bool
  private var order: EntryOrder
  /// The IDs of deleted switches that the table still contains.
  private var hiddenIDs: Set<Int64> = []
  /// The switches that are not deleted, and the matches of the query among them.
  private var remaining: FoundEntries
  private var found: FoundEntries
  var marked: Set<Int64> = []
  var field = TextField("")
  /// The query that produced `found`.
  private(set) var query = Query(ofSwitches: "")
  /// The line of the cursor.
  private(set) var line = 0
  /// The first line shown.
  private(set) var top = 0

  init(_ table: HistoryTable, hasMissingEntries: Bool) {
    self.table = table
    self.hasMissingEntries = hasMissingEntries
    order = EntryOrder(table)
    remaining = table.table.find(query, in: order)
    found = remaining
  }
}

extension History {
  /// The number of all switches, and of those that match the query.
  var count: Int { remaining.count }
  var lineCount: Int { found.count }

  /// The row of the table on a line; nil if there is no such line.
  func row(atLine line: Int) -> Int? {
    line >= 0 && line < lineCount ? Int(order.rows[found[line]]) : nil
  }

  /// The switch on a line; nil if there is no such line.
  func historyRow(atLine line: Int) -> HistoryRow? { row(atLine: line).map { table.rows[$0] } }

  var selected: HistoryRow? { historyRow(atLine: line) }

  /// The IDs of all matches, from the top.
  var shown: [Int64] { (0..<lineCount).compactMap { historyRow(atLine: $0)?.id } }

  /// The switches of the table with these IDs.
  func rows(of ids: [Int64]) -> [HistoryRow] {
    ids.compactMap { table.row(of: $0).map { table.rows[$0] } }
  }
}

extension History {
  /// Runs the query again and selects the best match.
  ///
  /// If the query is empty, it selects the switch that was selected before.
  mutating func filter() {
    let query = Query(ofSwitches: field.text)
    guard query != self.query else { return }
    let earlier = query.narrows(self.query) ? found : remaining
    let selected = selected
    self.query = query
    find(among: earlier)
    line = 0
    if query.isEmpty { select(selected?.id) }
  }

  /// Clears the query.
  mutating func clear() {
    field = TextField("")
    filter()
  }

  private mutating func find(among earlier: FoundEntries) {
    found = query.isEmpty ? remaining : table.table.find(query, in: order, among: earlier)
  }

  mutating func select(line wanted: Int) {
    line = max(0, min(wanted, lineCount - 1))
  }

  /// Moves the cursor to a switch, if it is shown.
  mutating func select(_ id: Int64?) {
    guard let row = id.flatMap(table.row) else { return }
    if let line = (0..<lineCount).first(where: { self.row(atLine: $0) == row }) { self.line = line }
  }

  mutating func move(_ motion: Motion, page: Int) {
    select(line: motion.applied(to: line, page: max(1, page), count: lineCount))
  }

  mutating func scroll(toShowSelectionIn rows: Int) {
    top = top(showingSelectionIn: rows)
  }

  /// The first line shown.
  ///
  /// It moves only as far as the selection and the end of the history require.
  func top(showingSelectionIn rows: Int) -> Int {
    guard rows > 0 else { return 0 }
    return min(max(top, line - rows + 1), line, max(0, lineCount - rows))
  }
}

extension History {
  /// Shows a newly read history.
  ///
  /// The cursor and the marks stay with their switches.
  mutating func replace(_ other: HistoryTable, hasMissingEntries: Bool) {
    let selected = selected?.id
    table = other
    self.hasMissingEntries = hasMissingEntries
    order = EntryOrder(other)
    marked.formIntersection(other.rows.map(\.id))
    arrange()
    select(selected)
  }

  /// Hides switches.
  ///
  /// The cursor stays on its switch, or moves to the next one that remains.
  mutating func hide(_ ids: [Int64]) {
    hiddenIDs.formUnion(ids)
    marked.subtract(ids)
    let next = (line..<max(line, lineCount)).lazy.compactMap { [self] in historyRow(atLine: $0)?.id
    }
    .first { [hiddenIDs] in !hiddenIDs.contains($0) }
    arrange()
    select(next)
  }

  /// Shows hidden switches again and moves the cursor to the first.
  mutating func show(_ ids: [Int64]) {
    hiddenIDs.subtract(ids)
    arrange()
    select(ids.first)
  }

  private mutating func arrange() {
    let all = table.table.find(Query(ofSwitches: ""), in: order)
    remaining = all.without(Set(hiddenIDs.compactMap(table.row)), in: order)
    find(among: remaining)
    select(line: line)
  }
}

extension EntryOrder {
  /// The newest switch first, also among equal matches, whatever their names are.
  fileprivate init(_ history: HistoryTable) {
    self.init(rows: Array(0..<UInt32(history.rows.count)), prefersShort: false)
  }
}

extension History {
  /// Marks or unmarks the selected switch, then moves the cursor.
  mutating func mark(_ motion: Motion) {
    guard let selected else { return }
    if marked.remove(selected.id) == nil { marked.insert(selected.id) }
    move(motion, page: 1)
  }

  /// Marks all shown switches, or unmarks them if all are marked.
  mutating func markAll() {
    marked.toggleAll(shown)
  }
}
