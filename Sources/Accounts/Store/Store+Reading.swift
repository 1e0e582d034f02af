import Foundation
import GRDB

extension Store {
  /// All recorded switches, newest first, or the newest `limit` of them.
  package func recents(limit: Int? = nil) throws(StoreError) -> [SwitchRecord] {
    try history(limit: limit).map(\.record)
  }

  /// True if the last switch of a shell to an entry was read-only.
  package func wasReadOnly(_ entry: String) throws(StoreError) -> Bool {
    try reading(false) { db in
      try HistoryRow.fetch(
        db, "WHERE entry = ? AND \(shellSwitchCondition) ORDER BY id DESC LIMIT 1",
        arguments: [entry]
      ).first?.record.isReadOnly ?? false
    }
  }

  /// All recorded switches with their numbers, newest first, or the newest `limit` of them.
  package func history(limit: Int? = nil) throws(StoreError) -> [HistoryRow] {
    try reading([]) { db in
      try HistoryRow.fetch(db, "ORDER BY id DESC LIMIT ?", arguments: [limit ?? -1])
    }
  }
}

extension HistoryRow {
  /// The rows for the rest of a SELECT statement.
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
      // Rows with a method of a newer version are skipped.
      if let row = try HistoryRow(row) { history.append(row) }
    }
    return history
  }

  /// Columns are read by position, which is faster than by name.
  private init?(_ row: Row) throws {
    guard let method = SwitchRecord.Method(rawValue: try row.text(6)) else { return nil }
    self.init(
      id: try row.integer(8),
      record: SwitchRecord(
        entry: try row.text(0), displayName: try row.text(1), accountID: try row.optionalText(2),
        roleName: try row.optionalText(3), region: try row.optionalText(4),
        date: try row.date(5), method: method, exitStatus: try row.optionalInteger(7).map(Int.init),
        endReason: try row.optionalText(10).flatMap(SwitchRecord.EndReason.init),
        process: try row.optionalText(9).map(ProcessIdentity.init(text:))))
    record.isReadOnly = try row.optionalInteger(11) == 1
    record.isRunning =
      record.exitStatus == nil && record.endReason == nil && record.process?.isRunning == true
  }
}

extension Store {
  /// Pins, recent entries and frecency, all in one opening of the file.
  package func usage() throws(StoreError) -> Usage {
    try reading(Usage()) { db in
      let version = try Schema.version(of: db, in: file)
      guard version < Schema.versionThatCountsShells else { return try Usage(db) }
      var usage = Usage(try EntryStatistics.fromHistory(db))
      if version >= Schema.versionWithPins { usage.pins = try db.pins() }
      return usage
    }
  }

  /// The target of `switchback -`: the last entry that is not the current one.
  package func previousEntry(current: String? = nil) throws(StoreError) -> String? {
    try usage().previous(current: current)
  }
}

extension Usage {
  fileprivate init(_ db: Database) throws {
    pins = try db.pins()
    let rows = try Row.fetchCursor(
      db, sql: "SELECT name, frecency FROM entry ORDER BY last DESC")
    while let row = try rows.next() {
      let name = try row.text(0)
      recents.append(name)
      frecency[name] = try row.frecency(1)
    }
  }

  /// The usage in an older file, whose stored statistics also count other uses, without its pins.
  fileprivate init(_ statistics: [String: EntryStatistics]) {
    recents = statistics.sorted { $0.value.last > $1.value.last }.map(\.key)
    frecency = statistics.mapValues(\.frecency)
  }
}

/// How an entry was used; switches of `each` do not count, as elsewhere.
package struct EntryHistory: Sendable, Hashable {
  /// The number of recorded switches to it.
  package var count = 0
  /// The newest switches, newest first.
  package var newest: [SwitchRecord] = []

  package init() {}
}

extension Store {
  /// The history of an entry, with at most `limit` of its newest switches.
  package func history(of entry: String, limit: Int) throws(StoreError) -> EntryHistory {
    try reading(EntryHistory()) { db in
      var history = EntryHistory()
      // This is the condition of the index `gone_to`, so that other entries' switches are not read.
      let condition = "WHERE entry = ? AND how <> 'each'"
      history.count =
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM recent \(condition)", arguments: [entry]) ?? 0
      history.newest = try HistoryRow.fetch(
        db, "\(condition) ORDER BY id DESC LIMIT ?", arguments: [entry, limit]
      ).map(\.record)
      return history
    }
  }
}
