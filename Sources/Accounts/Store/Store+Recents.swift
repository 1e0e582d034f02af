import Foundation
import GRDB

extension Store {
  /// Every switch noted, newest first, or the newest `limit` of them.
  package func recents(limit: Int? = nil) throws(StoreError) -> [SwitchRecord] {
    try history(limit: limit).map(\.record)
  }

  /// True where the last switch of a shell to an entry was read-only.
  package func wasReadOnly(_ entry: String) throws(StoreError) -> Bool {
    try reading(false) { db in
      try HistoryRow.fetch(
        db, "WHERE entry = ? AND \(shellSwitchCondition) ORDER BY id DESC LIMIT 1",
        arguments: [entry]
      ).first?.record.isReadOnly ?? false
    }
  }

  /// Every switch noted with its number, newest first, or the newest `limit` of them.
  package func history(limit: Int? = nil) throws(StoreError) -> [HistoryRow] {
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
    let version = try Schema.storedVersion(in: db)
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
    guard let how = SwitchRecord.Method(rawValue: try row.text(6)) else { return nil }
    self.init(
      id: try row.integer(8),
      recent: SwitchRecord(
        entry: try row.text(0), displayName: try row.text(1), accountID: try row.optionalText(2),
        roleName: try row.optionalText(3), region: try row.optionalText(4),
        at: try row.date(5), how: how, exitStatus: try row.optionalInteger(7).map(Int.init),
        ending: try row.optionalText(10).flatMap(SwitchRecord.EndReason.init),
        process: try row.optionalText(9).map(ProcessIdentity.init(text:))))
    record.isReadOnly = try row.optionalInteger(11) == 1
    record.isRunning =
      record.exitStatus == nil && record.endReason == nil && record.process?.isRunning == true
  }
}
