import Accounts
import Foundation
import GRDB
import TestSupport
import Testing

struct StoreMigrationTests {
  let folder: TemporaryFolder
  var store: Store { folder.store }

  /// A file of the first version of the tables.
  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/state", withIntermediateDirectories: true)
    let queue = try DatabaseQueue(path: folder.file)
    try queue.write { db in
      try db.execute(
        sql: """
          CREATE TABLE recent (
            id INTEGER PRIMARY KEY AUTOINCREMENT, entry TEXT NOT NULL, display_name TEXT NOT NULL,
            account_id TEXT, role_name TEXT, region TEXT, at_milliseconds INTEGER NOT NULL,
            how TEXT NOT NULL, exit_status INTEGER) STRICT;
          CREATE INDEX gone_to ON recent (entry, id) WHERE how <> 'each';
          INSERT INTO recent (entry, display_name, at_milliseconds, how) VALUES
            ('a', 'A', 1790000000000, 'shell'), ('b', 'B', 1790000000000, 'shell'),
            ('a', 'A', 1790000000000, 'shell'), ('c', 'C', 1790000000000, 'each'),
            ('d', 'D', 1790000000000, 'exec'), ('e', 'E', 1790000000000, 'export');
          PRAGMA user_version = 1;
          """)
    }
    try queue.close()
  }

  private var version: Int? {
    get throws {
      let queue = try DatabaseQueue(path: folder.file)
      return try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
    }
  }

  @Test func isNotNeededToRead() throws {
    let usage = try store.usage()
    #expect(usage.recents == ["a", "b"])
    #expect(usage.pins == [])
    #expect(usage.frecency["b"] == Frecency(moment: 1_790_000_000))
    #expect(usage.frecency["a"] == Frecency(moment: 1_790_000_000 + Frecency.halfLife))
    #expect(try version == 1)
  }

  @Test func learnsFromTheRowsThatAreThere() throws {
    let before = try store.usage()
    #expect(try store.change(.put("b", at: .max)) == ["b"])
    #expect(try version == 5)
    let after = try store.usage()
    #expect(after.recents == before.recents)
    #expect(after.frecency == before.frecency)
    #expect(try store.history().count == 6)
  }

  /// Versions 2 to 4 counted everything that was run for an entry, including `export`.
  @Test func learnsAnewWhereMoreWasCounted() throws {
    let queue = try DatabaseQueue(path: folder.file)
    try queue.write { db in
      try db.execute(
        sql: """
          CREATE TABLE pin (place INTEGER PRIMARY KEY, entry TEXT NOT NULL) STRICT;
          CREATE TABLE entry (
            name TEXT PRIMARY KEY, last INTEGER NOT NULL, frecency REAL NOT NULL
          ) STRICT, WITHOUT ROWID;
          ALTER TABLE recent ADD COLUMN process TEXT;
          ALTER TABLE recent ADD COLUMN ending TEXT;
          ALTER TABLE recent ADD COLUMN read_only INTEGER;
          INSERT INTO pin (entry) VALUES ('b');
          INSERT INTO entry VALUES ('a', 3, 1790000000), ('e', 6, 1790000000);
          PRAGMA user_version = 4;
          """)
    }
    try queue.close()
    let before = try store.usage()
    #expect(before.recents == ["a", "b"])
    #expect(before.pins == ["b"])
    _ = try store.record(.make("b"))
    let after = try store.usage()
    #expect(after.recents == ["b", "a"])
    #expect(Set(after.frecency.keys) == ["a", "b"])
    #expect(after.pins == ["b"])
    #expect(try version == 5)
  }
}
