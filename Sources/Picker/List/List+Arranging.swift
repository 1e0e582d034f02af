import Accounts
import Search

extension List {
  /// Folds or unfolds the section of the cursor.
  ///
  /// It returns false if that section has no heading.
  mutating func fold(_ folds: Bool? = nil) -> Bool {
    guard found == nil, let section = foldable else { return false }
    let kind = order.sections[section].kind
    let folds = folds ?? !folded.contains(kind)
    guard folds != folded.contains(kind) else { return false }
    let row = selected ?? firstRow(of: section)
    if folds { folded.insert(kind) } else { folded.remove(kind) }
    relayLines(showing: row)
    return true
  }

  /// Folds all sections, or unfolds them if all are folded.
  mutating func foldAll() {
    guard found == nil, lines.count > 0 else { return }
    let kinds = Set(order.sections.map(\.kind))
    let row = selected ?? firstRow(of: lines.section(ofLine: line))
    folded = folded.isSuperset(of: kinds) ? [] : kinds
    relayLines(showing: row)
  }

  /// Changes the arrangement of the list.
  ///
  /// The cursor stays on its entry.
  mutating func rearrange(_ change: (inout ListOrder.Arrangement) -> Void) {
    let row = selected
    change(&arrangement)
    order = ListOrder(table, arrangement)
    queryPath = []
    relayLines(showing: row)
    guard !query.isEmpty else { return }
    found = find(query)
    show(row)
  }

  /// Pins exactly these entries.
  mutating func pin(_ names: [String]) {
    pins = names
    rearrange { [table] in $0.pinned = table.rows(named: names) }
  }

  /// Shows a new table of entries.
  ///
  /// The cursor and all state that is kept by name stay with their entries.
  mutating func replace(_ other: EntryTable) {
    let names = { [table] (rows: [Int]) in rows.compactMap { table.text(.name, ofRow: $0) } }
    let (recents, frecent) = (names(arrangement.recents), names(arrangement.frecent))
    let selected = selected.map { names([$0]) } ?? []
    let current = current.map { names([$0]) } ?? []
    let marked = names(Array(marked))
    table = other
    arrangement.pinned = other.rows(named: pins)
    arrangement.recents = other.rows(named: recents)
    arrangement.frecent = other.rows(named: frecent)
    self.current = other.rows(named: current).first
    self.marked = Set(other.rows(named: marked))
    previous = arrangement.recents.first { $0 != self.current }
    shortcuts = other.shortcuts
    widths = ColumnWidths(other)
    order = ListOrder(other, arrangement)
    queryPath = []
    if !query.isEmpty { found = find(query) }
    relayLines(showing: other.rows(named: selected).first)
  }

  /// Shows or hides the headings, for which a small screen has no room.
  mutating func showHeadings(_ shows: Bool) {
    guard shows != hasHeadings else { return }
    hasHeadings = shows
    relayLines(showing: selected)
  }

  private mutating func relayLines(showing row: Int?) {
    lines = ListLines(order.sections, folded: folded, hasHeadings: hasHeadings)
    show(row)
  }

  /// The section of the cursor, if it has a heading.
  private var foldable: Int? {
    guard lines.count > 0 else { return nil }
    let section = lines.section(ofLine: line)
    guard case .heading = lines[lines.line(ofSection: section)] else { return nil }
    return section
  }

  private func firstRow(of section: Int) -> Int? {
    order.sections[section].places.first.map { Int(order.entries.rows[$0]) }
  }
}

extension List {
  /// Marks or unmarks the selected entry or the entries of the selected heading.
  ///
  /// It returns false if there are none.
  mutating func mark() -> Bool {
    let rows = selected.map { [$0] } ?? section(atLine: line).map(rows(of:)) ?? []
    mark(rows)
    return !rows.isEmpty
  }

  /// Marks all matches, or unmarks them if all are marked.
  mutating func markAll() {
    mark(
      found.map { found in (0..<found.count).map { Int(order.entries.rows[found[$0]]) } }
        ?? order.entries.rows.map { Int($0) })
  }

  private mutating func mark(_ rows: [Int]) {
    marked.toggleAll(rows)
  }

  private func rows(of section: Int) -> [Int] {
    order.entries.rows[order.sections[section].places].map { Int($0) }
  }
}

extension List {
  /// Applies usage from the history.
  ///
  /// The cursor stays on its entry.
  ///
  /// The pins do not change, since they are not part of the history.
  mutating func updateUsage(_ usage: Usage) {
    rearrange { [table] in
      $0.recents = table.rows(named: usage.recents)
      $0.frecent = table.rows(named: usage.likeliest)
    }
    previous = arrangement.recents.first { $0 != current }
  }
}

extension Set {
  /// Inserts all the elements, or removes them if all are there already.
  mutating func toggleAll(_ elements: [Element]) {
    if isSuperset(of: elements) { subtract(elements) } else { formUnion(elements) }
  }
}
