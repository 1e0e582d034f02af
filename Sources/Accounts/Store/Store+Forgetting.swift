import GRDB
import Glibc

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
