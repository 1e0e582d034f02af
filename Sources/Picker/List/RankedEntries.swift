package import Accounts
import Search

/// Entries in the order of the picker's list, for those who show them otherwise.
package struct RankedEntries: Sendable {
  /// In that order.
  package let entries: [Entry]
  private let table: EntryTable
  private let order: EntryOrder
  private let current: CurrentStates

  /// `held` are the names of entries of which sessions are held, `loggedOut` the logins that have
  /// ended: a query may ask for them.
  package init(
    _ entries: [Entry], sortedBy sort: Settings.Sort, _ usage: Usage, held: [String] = [],
    loggedOut: Set<String> = []
  ) {
    table = EntryTable(entries)
    let rows = { [table] in table.rows(named: $0) }
    let wishes = ListOrder.Arrangement(
      sort: sort, grouping: .none, pinned: rows(usage.pins), recents: rows(usage.recents),
      frecent: rows(usage.likeliest))
    order = ListOrder(table, wishes).entries
    current = CurrentStates(
      pinned: wishes.pinned, recent: Array(wishes.recents.prefix(9)), held: rows(held),
      loggedOut: loggedOut)
    self.entries = order.rows.map { entries[Int($0)] }
  }

  /// Those that a query finds, the best first; all of them where there is nothing to look for.
  package func found(by text: String) -> [Entry] {
    let query = Query(text)
    guard !query.isEmpty else { return entries }
    let found = table.find(query, in: order, current: current)
    return (0..<found.count).map { entries[found[$0]] }
  }

  /// Why a query does not find what it may have been meant to, in a sentence; nil where there is
  /// nothing to say.
  ///
  /// `found` is the entry that it found first.
  package func complaint(of text: String, found: Entry?) -> String? {
    let query = Query(text)
    return query.complaint(found: found) ?? (found == nil ? query.reference?.notFound : nil)
  }
}
