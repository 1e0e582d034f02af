import Foundation
import GRDB

extension Store {
  /// Every switch noted, newest first, or the newest `limit` of them.
  package func recents(limit: Int? = nil) throws(StoreFault) -> [Recent] {
    try history(limit: limit).map(\.recent)
  }

  /// True where the last switch of a shell to an entry was read-only.
  package func wasReadOnly(_ entry: String) throws(StoreFault) -> Bool {
    try reading(false) { db in
      try HistoryRow.fetch(
        db, "WHERE entry = ? AND \(switchesOfShells) ORDER BY id DESC LIMIT 1", arguments: [entry]
      ).first?.recent.isReadOnly ?? false
    }
  }

  /// Every switch noted with its number, newest first, or the newest `limit` of them.
  package func history(limit: Int? = nil) throws(StoreFault) -> [HistoryRow] {
    try reading([]) { db in
      try HistoryRow.fetch(db, "ORDER BY id DESC LIMIT ?", arguments: [limit ?? -1])
    }
  }
}

extension HistoryRow {
  /// The rows that the rest of a SELECT asks for.
  static func fetch(
    _ db: Database, _ rest: String, arguments: StatementArguments
  ) throws -> [HistoryRow] {
    let version = try Schema.noted(in: db)
    let hasEndings = version >= Schema.versionWithEndings
    let hasReadOnly = version >= Schema.versionWithReadOnly
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT entry, display_name, account_id, role_name, region, at_milliseconds, how,
          exit_status, id, \(hasEndings ? "process, ending" : "NULL, NULL"),
          \(hasReadOnly ? "read_only" : "NULL")
        FROM recent \(rest)
        """,
      arguments: arguments)
    var history: [HistoryRow] = []
    while let row = try rows.next() {
      // A way to switch that a newer version knows says nothing to this one.
      if let row = try HistoryRow(row) { history.append(row) }
    }
    return history
  }

  /// By the order of the columns, which is quicker than by their names.
  private init?(_ row: Row) throws {
    guard let how = Recent.How(rawValue: try row.text(6)) else { return nil }
    self.init(
      id: try row.integer(8),
      recent: Recent(
        entry: try row.text(0), displayName: try row.text(1), accountID: try row.optionalText(2),
        roleName: try row.optionalText(3), region: try row.optionalText(4),
        at: try row.moment(5), how: how, exitStatus: try row.optionalInteger(7).map(Int.init),
        ending: try row.optionalText(10).flatMap(Recent.Ending.init),
        process: try row.optionalText(9).map(ProcessIdentity.init(text:))))
    recent.isReadOnly = try row.optionalInteger(11) == 1
    recent.isRunning =
      recent.exitStatus == nil && recent.ending == nil && recent.process?.isRunning == true
  }
}
