import GRDB

/// The tables of the store, and their migrations.
///
/// GRDB's own migrator checks for pending migrations before it begins a transaction, so two
/// processes could both run them. Here the check and the migration are in one transaction, that of
/// the caller.
enum Schema {
  /// Each step migrates from the version before it; a released step never changes.
  private static let steps = [
    """
    CREATE TABLE recent (
      -- AUTOINCREMENT, so that a row's number is never given again after the history is cleared.
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      entry TEXT NOT NULL,
      display_name TEXT NOT NULL,
      account_id TEXT,
      role_name TEXT,
      region TEXT,
      at_milliseconds INTEGER NOT NULL,
      how TEXT NOT NULL,
      exit_status INTEGER
    ) STRICT;
    CREATE INDEX gone_to ON recent (entry, id) WHERE how <> 'each';
    """,
    """
    CREATE TABLE pin (
      place INTEGER PRIMARY KEY,
      entry TEXT NOT NULL
    ) STRICT;
    CREATE TABLE entry (
      name TEXT PRIMARY KEY,
      -- The number of the last switch to it.
      last INTEGER NOT NULL,
      -- In seconds since 1970, as Frecency has it.
      frecency REAL NOT NULL
    ) STRICT, WITHOUT ROWID;
    """,
    """
    -- The process that a switch lives with, as ProcessIdentity has it.
    ALTER TABLE recent ADD COLUMN process TEXT;
    -- What ended it in a shell that went on.
    ALTER TABLE recent ADD COLUMN ending TEXT;
    """,
    """
    -- 1 for a session with the ReadOnlyAccess policy.
    ALTER TABLE recent ADD COLUMN read_only INTEGER;
    """,
    """
    -- Learnt anew: `exec` and `export` no longer count.
    DELETE FROM entry;
    """,
  ]

  /// The tables that each step creates.
  private static let tables = [["recent"], ["pin", "entry"], [], [], []]

  /// The version never reaches this number, so a greater one indicates damage.
  private static let endOfVersions = 10_000

  /// The first version that keeps pins.
  static let versionWithPins = 2

  /// The first version that stores whether a switch is still active.
  static let versionWithEndings = 3

  /// The first version that stores whether a session was read-only.
  static let versionWithReadOnly = 4

  /// The first version whose statistics only count switches of shells.
  static let versionThatCountsShells = 5

  /// The version of the tables in the file, 0 for none yet.
  ///
  /// Throws if it is newer than this program's, or if the tables are not those of their version.
  static func version(of db: Database, in file: String) throws -> Int {
    let version = try storedVersion(in: db)
    guard (0..<endOfVersions).contains(version) else { throw DamagedHistoryError() }
    guard version <= steps.count else { throw StoreError.newer(file: file) }
    try check(db, version: version)
    return version
  }

  /// The version number in the file, unchecked.
  static func storedVersion(in db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
  }

  /// Checks the tables: a view, a virtual table or a trigger in place of a table could run without
  /// end.
  private static func check(_ db: Database, version: Int) throws {
    let counts = try Row.fetchOne(
      db,
      sql: """
        SELECT count(*) FILTER (WHERE type = 'table' AND rootpage > 0),
          count(*) FILTER (WHERE type NOT IN ('table', 'index') OR rootpage IS 0)
        FROM sqlite_master WHERE lower(tbl_name) IN ('recent', 'pin', 'entry')
        """)
    let expected = tables.prefix(version).joined().count
    guard let counts, try counts.integer(0) == expected, try counts.integer(1) == 0 else {
      throw DamagedHistoryError()
    }
  }

  /// Migrates the file to the current version; call it in a transaction.
  static func migrate(_ db: Database, in file: String) throws {
    let version = try version(of: db, in: file)
    guard version < steps.count else { return }
    for step in steps[version...] {
      try db.execute(sql: step)
    }
    if version < versionThatCountsShells {
      for (name, statistics) in try EntryStatistics.fromHistory(db) {
        try statistics.save(db, of: name)
      }
    }
    try db.execute(sql: "PRAGMA user_version = \(steps.count)")
  }
}
