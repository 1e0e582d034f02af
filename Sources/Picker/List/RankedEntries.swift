package import Accounts

/// Entries in the order of the picker's list, for those who show them otherwise.
package struct RankedEntries: Sendable {
  /// In that order.
  package let entries: [Entry]
  private let table: EntryTable
  private let order: EntryOrder

  package init(_ entries: [Entry], sortedBy sort: Settings.Sort, _ usage: Usage) {
    table = EntryTable(entries)
    let rows = { [table] in table.rows(named: $0) }
    let wishes = ListOrder.Wishes(
      sort: sort, grouping: .none, pinned: rows(usage.pins), recents: rows(usage.recents),
      frecent: rows(usage.likeliest))
    order = ListOrder(table, wishes).entries
    self.entries = order.rows.map { entries[Int($0)] }
  }

  /// Those that a query finds, the best first; all of them where there is nothing to look for.
  package func found(by text: String) -> [Entry] {
    let query = Query(text)
    guard !query.isEmpty else { return entries }
    let found = table.find(query, in: order)
    return (0..<found.count).map { entries[found[$0]] }
  }
}
