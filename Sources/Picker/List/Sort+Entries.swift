package import Accounts

extension EntryTable {
  /// The rows in the order of the picker's list; `pinned` and `recents` are names, these newest first.
  package func rows(
    sortedBy sort: Settings.Sort, pinned: [String], recents: [String]
  ) -> [Int] {
    let wishes = ListOrder.Wishes(
      sort: sort, pinned: rows(named: pinned), recents: rows(named: recents))
    return ListOrder(self, wishes).entries.rows.map { Int($0) }
  }
}
