import Accounts

extension List {
  /// Marks the selected entry, or those of the folded section, or takes their marks away; false where there is none.
  mutating func mark() -> Bool {
    let rows = selected.map { [$0] } ?? section(atLine: line).map(rows(of:)) ?? []
    mark(rows)
    return !rows.isEmpty
  }

  /// Marks all that match, or takes their marks away where all of them are marked.
  mutating func markAll() {
    mark(
      found.map { found in (0..<found.count).map { Int(order.entries.rows[found[$0]]) } }
        ?? order.entries.rows.map { Int($0) })
  }

  private mutating func mark(_ rows: [Int]) {
    if marked.isSuperset(of: rows) { marked.subtract(rows) } else { marked.formUnion(rows) }
  }

  private func rows(of section: Int) -> [Int] {
    order.entries.rows[order.sections[section].places].map { Int($0) }
  }
}
