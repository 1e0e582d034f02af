package import Accounts
import Search

/// Entries in the order of the picker's list, for callers that do not draw the list.
package struct RankedEntries: Sendable {
  /// The entries in that order.
  package let entries: [Entry]
  private let table: EntryTable
  private let order: EntryOrder
  private let current: CurrentStates

  /// Ranks the entries.
  ///
  /// `held` are the names of entries with cached sessions, `loggedOut` the logins that have ended;
  /// queries can refer to both.
  package init(
    _ entries: [Entry], sortedBy sort: Settings.Sort, _ usage: Usage, held: [String] = [],
    loggedOut: Set<String> = []
  ) {
    table = EntryTable(entries)
    let rows = { [table] in table.rows(named: $0) }
    let arrangement = ListOrder.Arrangement(
      sort: sort, grouping: .none, pinned: rows(usage.pins), recents: rows(usage.recents),
      frecent: rows(usage.likeliest))
    order = ListOrder(table, arrangement).entries
    current = CurrentStates(
      pinned: arrangement.pinned, recent: Array(arrangement.recents.prefix(9)), held: rows(held),
      loggedOut: loggedOut)
    self.entries = order.rows.map { entries[Int($0)] }
  }

  /// The matches of a query, the best first; all entries if the query is empty.
  package func found(by text: String) -> [Entry] {
    let query = Query(text)
    guard !query.isEmpty else { return entries }
    let found = table.find(query, in: order, current: current)
    return (0..<found.count).map { entries[found[$0]] }
  }

  /// A hint why a query may not find the intended entry, as a sentence; nil if there is none.
  ///
  /// `found` is its first match.
  package func complaint(of text: String, found: Entry?) -> String? {
    let query = Query(text)
    return query.complaint(found: found) ?? (found == nil ? query.reference?.notFound : nil)
  }
}
