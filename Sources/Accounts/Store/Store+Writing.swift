import Files
import GRDB
import Glibc

extension Store {
  /// Notes a switch; the number given back is for `finish`.
  ///
  /// Those that live with the processes of `shell` are ended by it.
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

  /// Notes what ended the switch that a shell, known by these processes, has not left yet.
  package func end(_ ending: SwitchRecord.EndReason, _ shell: [ProcessIdentity]) throws(StoreError)
  {
    guard try identity(orThrow: StoreError.unwritable) != nil else { return }
    try writing(waiting: .briefly) { try $0.end(ending, shell) }
  }

  /// Notes how the switch of that number ended; one that is cleared in the meantime stays so.
  package func finish(_ id: Int64, exitStatus: Int) throws(StoreError) {
    guard try identity(orThrow: StoreError.unwritable) != nil else { return }
    try writing(waiting: .briefly) { db in
      try db.execute(
        sql: "UPDATE recent SET exit_status = ? WHERE id = ?", arguments: [exitStatus, id])
    }
  }
}

extension Database {
  /// Adds a row to the history, under its former number where it has one.
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

  /// The greatest number that a switch was given; with the greatest that there is SQLite says that the disk is full.
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
    var learned = new
    if let kept = try EntryStatistics.stored(self, of: entry) { learned.add(kept) }
    try learned.save(self, of: entry)
  }
}

extension Store {
  /// Forgets every switch, and what was learnt from them; pins stay.
  ///
  /// Damaged histories that were set aside are removed, since they hold the names too: gives their paths.
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

  /// Forgets the switches of these numbers, and what was learnt from them; one that is gone already stays so.
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

  /// Takes back what `forget` forgot: the rows stand where they stood.
  package func restore(_ rows: [HistoryRow]) throws(StoreError) {
    guard !rows.isEmpty else { return }
    try writing { db in
      for row in rows where try !db.contains(row.id) { try db.insert(row.record, id: row.id) }
      try db.recompute(Set(rows.map(\.record.entry)))
    }
  }
}

extension Database {
  /// The bytes of what is deleted are overwritten too: the names of accounts are not to be found in the file.
  fileprivate func overwriteDeleted() throws {
    try execute(sql: "PRAGMA secure_delete = ON")
  }

  fileprivate func contains(_ id: Int64) throws -> Bool {
    try Int64.fetchOne(self, sql: "SELECT id FROM recent WHERE id = ?", arguments: [id]) != nil
  }

  /// Learns of these entries anew from what the history still says of them.
  fileprivate func recompute(_ entries: Set<String>) throws {
    for entry in entries {
      try execute(sql: "DELETE FROM entry WHERE name = ?", arguments: [entry])
      try EntryStatistics.fromHistory(self, of: entry)[entry]?.save(self, of: entry)
    }
  }
}

extension Store {
  /// Changes the pins in one transaction; gives all of them, since another terminal may have changed some too.
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
