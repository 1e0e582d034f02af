import GRDB

/// How an entry was used so far; what `each` ran does not count, as elsewhere.
package struct EntryHistory: Sendable, Hashable {
  /// How many switches to it are noted.
  package var count = 0
  /// The newest of them, newest first.
  package var newest: [SwitchRecord] = []

  package init() {}
}

extension Store {
  /// How the entry of that name was used, with its newest switches, `limit` of them at most.
  package func history(of entry: String, limit: Int) throws(StoreError) -> EntryHistory {
    try reading(EntryHistory()) { db in
      var uses = EntryHistory()
      // The condition is that of the index `gone_to`, so that other entries' switches are not looked at.
      let wanted = "WHERE entry = ? AND how <> 'each'"
      uses.count =
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM recent \(wanted)", arguments: [entry]) ?? 0
      uses.newest = try HistoryRow.fetch(
        db, "\(wanted) ORDER BY id DESC LIMIT ?", arguments: [entry, limit]
      ).map(\.record)
      return uses
    }
  }
}
