import Foundation
import GRDB

extension Store {
  /// Every switch noted, newest first, or the newest `limit` of them.
  package func recents(limit: Int? = nil) throws(StoreFault) -> [Recent] {
    try reading([]) { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT entry, display_name, account_id, role_name, region, at_milliseconds, how, exit_status
          FROM recent ORDER BY id DESC LIMIT ?
          """,
        arguments: [limit ?? -1])
      var recents: [Recent] = []
      while let row = try rows.next() {
        // A way to switch that a newer version knows says nothing to this one.
        if let recent = Recent(row) { recents.append(recent) }
      }
      return recents
    }
  }

  /// The names of the entries switched to, each once, the last first.
  ///
  /// What `each` ran does not count: it would push out all that a person went to.
  package func recentEntries(limit: Int? = nil) throws(StoreFault) -> [String] {
    try reading([]) { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT entry FROM recent WHERE how <> 'each'
          GROUP BY entry ORDER BY max(id) DESC LIMIT ?
          """,
        arguments: [limit ?? -1])
    }
  }

  /// The entry that `switchback -` goes to: the last one that is not the current one.
  package func previousEntry(current: String? = nil) throws(StoreFault) -> String? {
    try recentEntries(limit: 2).first { $0 != current }
  }
}

extension Recent {
  /// By the order of the columns, which is quicker than by their names.
  fileprivate init?(_ row: Row) {
    guard let how = How(rawValue: row[6]) else { return nil }
    let milliseconds: Int64 = row[5]
    self.init(
      entry: row[0], displayName: row[1], accountID: row[2], roleName: row[3], region: row[4],
      at: Date(timeIntervalSince1970: Double(milliseconds) / 1000), how: how, exitStatus: row[7])
  }
}
