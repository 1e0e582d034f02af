import GRDB

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
