import Foundation
import GRDB

extension Store {
  /// Every switch noted, newest first, or the newest `limit` of them.
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

  /// The names of the entries that shells were switched to, each once, the last first.
  package func recentEntries(limit: Int? = nil) throws(StoreError) -> [String] {
    let recents = try usage().recents
    return limit.map { Array(recents.prefix($0)) } ?? recents
  }

  /// The entry that `switchback -` goes to: the last one that is not the current one.
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

  /// The usage in an older file, which also counts other uses than shells, without its pins.
  fileprivate init(_ learned: [String: EntryStatistics]) {
    recents = learned.sorted { $0.value.last > $1.value.last }.map(\.key)
    frecency = learned.mapValues(\.frecency)
  }
}

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
