import Files
import GRDB
import Glibc

extension Store {
  /// Records a switch; returns its number for `finish`.
  ///
  /// It ends the active switches of the processes of `shell`.
  package func record(
    _ recent: SwitchRecord, switching shell: [ProcessIdentity] = []
  ) throws(StoreError) -> Int64 {
    try writing(waiting: .briefly) { db in
      try db.end(.switched, shell)
      try db.insert(recent)
      let id = db.lastInsertedRowID
      if recent.isSwitchOfShell {
        try db.merge(EntryStatistics(id: id, at: recent.date), of: recent.entry)
      }
      return id
    }
  }

  /// Records what ended the active switch of a shell, known by these processes.
  package func end(_ ending: SwitchRecord.EndReason, _ shell: [ProcessIdentity]) throws(StoreError)
  {
    guard try identity(orThrow: StoreError.unwritable) != nil else { return }
    try writing(waiting: .briefly) { try $0.end(ending, shell) }
  }

  /// Records the exit status of a switch; a switch deleted in the meantime stays deleted.
  package func finish(_ id: Int64, exitStatus: Int) throws(StoreError) {
    guard try identity(orThrow: StoreError.unwritable) != nil else { return }
    try writing(waiting: .briefly) { db in
      try db.execute(
        sql: "UPDATE recent SET exit_status = ? WHERE id = ?", arguments: [exitStatus, id])
    }
  }
}

extension Database {
  /// Adds a row to the history, with its former number if it had one.
  func insert(_ recent: SwitchRecord, id: Int64? = nil) throws {
    try execute(
      sql: """
        INSERT INTO recent (
          id, entry, display_name, account_id, role_name, region, at_milliseconds, how, exit_status,
          process, ending, read_only
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        id, recent.entry, recent.displayName, recent.accountID, recent.roleName, recent.region,
        recent.date.milliseconds, recent.method.rawValue, recent.exitStatus,
        recent.process?.text, recent.endReason?.rawValue, recent.isReadOnly ? 1 : 0,
      ])
  }

  /// The greatest number of a switch so far; if it is the maximum, SQLite reports a full disk.
  func greatestNumber() throws -> Int64? {
    try Int64.fetchOne(self, sql: "SELECT max(seq) FROM sqlite_sequence WHERE name = 'recent'")
  }

  fileprivate func end(_ ending: SwitchRecord.EndReason, _ shell: [ProcessIdentity]) throws {
    for process in shell {
      try execute(
        sql: """
          UPDATE recent SET ending = ?
          WHERE process = ? AND how = 'shell' AND ending IS NULL AND exit_status IS NULL
          """,
        arguments: [ending.rawValue, process.text])
    }
  }

  fileprivate func merge(_ new: EntryStatistics, of entry: String) throws {
    var statistics = new
    if let stored = try EntryStatistics.stored(self, of: entry) { statistics.add(stored) }
    try statistics.save(self, of: entry)
  }
}

extension Store {
  /// Deletes all switches and the statistics from them; pins stay.
  ///
  /// Damaged histories that were set aside are removed, since they contain the names too. Returns
  /// their paths.
  package func clear() throws(StoreError) -> [String] {
    if try identity(orThrow: StoreError.unwritable) != nil {
      try writing { db in
        try db.overwriteDeleted()
        try db.execute(sql: "DELETE FROM recent; DELETE FROM entry")
      }
    }
    return try removeSetAside()
  }

  private func removeSetAside() throws(StoreError) -> [String] {
    let parent = folder(of: file)
    let paths: [String]
    do throws(SystemError) {
      paths = try files(in: parent).filter { $0.hasPrefix(lastPart(of: file) + setAsideMark) }
        .sorted().map { parent + "/" + $0 }
    } catch {
      throw .unwritable(file: file, reason: error.description)
    }
    for path in paths where unlink(path) != 0 && errno != ENOENT {
      throw .unwritable(file: path, reason: SystemError.latest.description)
    }
    return paths
  }

  /// Deletes switches by number, and recomputes the statistics; a switch that is already deleted is
  /// ignored.
  package func forget(_ ids: [Int64]) throws(StoreError) {
    guard try identity(orThrow: StoreError.unwritable) != nil, !ids.isEmpty else { return }
    try writing { db in
      try db.overwriteDeleted()
      var entries: Set<String> = []
      for id in ids {
        let gone = try String.fetchAll(
          db.cachedStatement(sql: "DELETE FROM recent WHERE id = ? RETURNING entry"),
          arguments: [id])
        entries.formUnion(gone)
      }
      try db.recompute(entries)
    }
  }

  /// Restores rows that `forget` deleted, with their numbers.
  package func restore(_ rows: [HistoryRow]) throws(StoreError) {
    guard !rows.isEmpty else { return }
    try writing { db in
      for row in rows where try !db.contains(row.id) { try db.insert(row.record, id: row.id) }
      try db.recompute(Set(rows.map(\.record.entry)))
    }
  }
}

extension Database {
  /// Overwrites deleted bytes too, so that the names of accounts do not stay in the file.
  fileprivate func overwriteDeleted() throws {
    try execute(sql: "PRAGMA secure_delete = ON")
  }

  fileprivate func contains(_ id: Int64) throws -> Bool {
    try Int64.fetchOne(self, sql: "SELECT id FROM recent WHERE id = ?", arguments: [id]) != nil
  }

  /// Recomputes the statistics of entries from the remaining history.
  fileprivate func recompute(_ entries: Set<String>) throws {
    for entry in entries {
      try execute(sql: "DELETE FROM entry WHERE name = ?", arguments: [entry])
      try EntryStatistics.fromHistory(self, of: entry)[entry]?.save(self, of: entry)
    }
  }
}

extension Store {
  /// Changes the pins in one transaction; returns all of them, since another process may have
  /// changed some too.
  package func change(_ change: PinChange) throws(StoreError) -> [String] {
    try writing { db in
      let pins = change.applied(to: try db.pins())
      try db.execute(sql: "DELETE FROM pin")
      for entry in pins {
        try db.execute(sql: "INSERT INTO pin (entry) VALUES (?)", arguments: [entry])
      }
      return pins
    }
  }
}

extension Database {
  /// The names of the pinned entries, in the user's order.
  func pins() throws -> [String] {
    try Row.fetchAll(self, sql: "SELECT entry FROM pin ORDER BY place").map { try $0.text(0) }
  }
}
