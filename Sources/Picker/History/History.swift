import Accounts
import Search

/// The switches so far, in place of the list: what of them the query leaves, and which one is
/// selected.
struct History: Equatable, Sendable {
  private(set) var table: HistoryTable
  /// Some entry is no longer there.
  private(set) var hasMissingEntries: Bool
  private var order: EntryOrder
  /// The numbers of those that are forgotten, though the table has them still.
  private var forgotten: Set<Int64> = []
  /// Those that are not, and of them those that the query leaves.
  private var remaining: FoundEntries
  private var found: FoundEntries
  var marked: Set<Int64> = []
  var field = TextField("")
  /// The query that `found` is the answer to.
  private(set) var query = Query(ofSwitches: "")
  /// The line that the cursor is on.
  private(set) var line = 0
  /// The first line shown.
  private(set) var top = 0

  init(_ table: HistoryTable, hasGone: Bool) {
    self.table = table
    self.hasMissingEntries = hasGone
    order = EntryOrder(table)
    remaining = table.table.find(query, in: order)
    found = remaining
  }
}

extension History {
  /// How many are there, and how many of them the query leaves.
  var count: Int { remaining.count }
  var lineCount: Int { found.count }

  /// The row of the table on a line; nil outside.
  func row(atLine line: Int) -> Int? {
    line >= 0 && line < lineCount ? Int(order.rows[found[line]]) : nil
  }

  /// The switch on a line; nil outside.
  func historyRow(atLine line: Int) -> HistoryRow? { row(atLine: line).map { table.rows[$0] } }

  var selected: HistoryRow? { historyRow(atLine: line) }

  /// The numbers of all that the query leaves, from the top.
  var shown: [Int64] { (0..<lineCount).compactMap { historyRow(atLine: $0)?.id } }

  /// The switches of these numbers that the table has.
  func rows(of ids: [Int64]) -> [HistoryRow] {
    ids.compactMap { table.row(of: $0).map { table.rows[$0] } }
  }
}

extension History {
  /// Answers the query anew; the best match is selected, and where the query is gone, what was
  /// selected before.
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

  /// Empties the query.
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

  /// Puts the cursor on a switch, where it is shown.
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

  /// The first line shown, moved no more than the selection and the end ask for.
  func top(showingSelectionIn rows: Int) -> Int {
    guard rows > 0 else { return 0 }
    return min(max(top, line - rows + 1), line, max(0, lineCount - rows))
  }
}

extension History {
  /// Shows the history as it is now, the cursor and the marks staying with their switches.
  mutating func replace(_ other: HistoryTable, hasGone: Bool) {
    let selected = selected?.id
    table = other
    self.hasMissingEntries = hasGone
    order = EntryOrder(other)
    marked.formIntersection(other.rows.map(\.id))
    arrange()
    select(selected)
  }

  /// Takes switches away; the cursor stays where it is, or goes on to the next that is left.
  mutating func hide(_ ids: [Int64]) {
    forgotten.formUnion(ids)
    marked.subtract(ids)
    let next = (line..<max(line, lineCount)).lazy.compactMap { [self] in historyRow(atLine: $0)?.id
    }
    .first { [forgotten] in !forgotten.contains($0) }
    arrange()
    select(next)
  }

  /// Shows what was taken away; the cursor goes there.
  mutating func show(_ ids: [Int64]) {
    forgotten.subtract(ids)
    arrange()
    select(ids.first)
  }

  private mutating func arrange() {
    let all = table.table.find(Query(ofSwitches: ""), in: order)
    remaining = all.without(Set(forgotten.compactMap(table.row)), in: order)
    find(among: remaining)
    select(line: line)
  }
}

extension EntryOrder {
  /// The newest first, and so too of equal matches, whatever their names.
  fileprivate init(_ history: HistoryTable) {
    self.init(rows: Array(0..<UInt32(history.rows.count)), prefersShort: false)
  }
}

extension History {
  /// Marks the selected switch, or takes its mark away, and goes on.
  mutating func mark(_ motion: Motion) {
    guard let selected else { return }
    if marked.remove(selected.id) == nil { marked.insert(selected.id) }
    move(motion, page: 1)
  }

  /// Marks all that are shown, or none of them where all are marked.
  mutating func markAll() {
    let shown = Set(shown)
    if marked.isSuperset(of: shown) { marked.subtract(shown) } else { marked.formUnion(shown) }
  }
}
