import GRDB

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
