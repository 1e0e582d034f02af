import Accounts
import Foundation
import GRDB
import TestSupport
import Testing

/// Files that SQLite can read but with content that this program never writes are damaged as well.
struct StoreOddValuesTests {
  let folder: TemporaryFolder
  var store: Store { folder.store }

  init() throws {
    folder = try TemporaryFolder()
  }

  private static let untyped = """
    CREATE TABLE recent(id integer primary key, entry, display_name, account_id, role_name, region,
      at_milliseconds, how, exit_status, process, ending, read_only);
    CREATE TABLE pin(place integer primary key, entry);
    CREATE TABLE entry(name, last, frecency);
    PRAGMA user_version = 5;
    """

  private static let into =
    "INSERT INTO recent(id, entry, display_name, account_id, role_name, region, "
    + "at_milliseconds, how, exit_status)"

  private func make(_ sql: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/state", withIntermediateDirectories: true)
    let queue = try DatabaseQueue(path: folder.file)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }

  /// All reads of a history by commands and the picker.
  private func readAll(_ store: Store) throws {
    _ = try store.usage()
    _ = try store.history()
    _ = try store.history(of: "a", limit: 5)
  }

  /// Values that are not valid in a required text column.
  private static let oddTexts = ["null", "1", "1.5", "x'00ff'"].flatMap {
    (odd: String) -> [String] in
    [
      "INSERT INTO pin VALUES (1, \(odd))", "INSERT INTO entry VALUES (\(odd), 1, 1.0)",
      "\(into) VALUES (1, \(odd), 'A', null, null, null, 5, 'shell', 0)",
      "\(into) VALUES (1, 'a', \(odd), null, null, null, 5, 'shell', 0)",
      "\(into) VALUES (1, 'a', 'A', null, null, null, 5, \(odd), 0)",
    ]
  }

  private static let oddNumbers = ["'x'", "1.5", "x'00'"].flatMap { (odd: String) -> [String] in
    [
      "\(into) VALUES (1, 'a', 'A', null, null, null, \(odd), 'shell', 0)",
      "\(into) VALUES (1, 'a', 'A', null, null, null, 5, 'shell', \(odd))",
    ]
  }

  private static let oddOptionals = ["account_id", "role_name", "region"].map { (column: String) in
    "INSERT INTO recent (entry, display_name, at_milliseconds, how, \(column)) "
      + "VALUES ('a', 'A', 5, 'shell', x'00')"
  }

  private static let oddTimes = [
    "INSERT INTO recent(id) VALUES (10)",
    "\(into) VALUES (1, 'a', 'A', null, null, null, null, 'shell', 0)",
    "\(into) VALUES (1, 'a', 'A', null, null, null, 9223372036854775807, 'shell', 0)",
    "\(into) VALUES (1, 'a', 'A', null, null, null, -9223372036854775808, 'exec', 0)",
    "INSERT INTO entry VALUES ('a', 1, null)", "INSERT INTO entry VALUES ('a', 1, 'x')",
    "INSERT INTO entry VALUES ('a', 1, 9e999)", "INSERT INTO entry VALUES ('a', 1, -1e300)",
  ]

  static let oddRows: [String] = [oddTexts, oddNumbers, oddOptionals, oddTimes].flatMap { $0 }

  @Test(arguments: oddRows) func inARowAreDamage(row: String) throws {
    try make(Self.untyped + row)
    try readAll(store)
    #expect(folder.sentences.count == 1)
    #expect(folder.files.contains { $0.hasPrefix("state.sqlite.damaged-") })
    _ = try store.record(.make("a"))
    #expect(try store.recents() == [.make("a")])
  }

  static let oddTables = [
    "DROP TABLE entry; CREATE VIEW entry AS WITH RECURSIVE c(x) AS "
      + "(SELECT 1 UNION ALL SELECT x + 1 FROM c) "
      + "SELECT 'a' || x AS name, x AS last, 1.0 AS frecency FROM c",
    "CREATE TRIGGER t AFTER INSERT ON recent BEGIN INSERT INTO pin (entry) WITH RECURSIVE c(x) AS "
      + "(SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c; END",
    "DROP TABLE entry", "DROP TABLE pin", "DROP TABLE recent",
    "ALTER TABLE entry DROP COLUMN frecency", "ALTER TABLE recent RENAME how TO hw",
    "ALTER TABLE pin RENAME entry TO other",
    "PRAGMA user_version = 0", "PRAGMA user_version = 1", "PRAGMA user_version = -1",
    "PRAGMA user_version = -2147483648", "PRAGMA user_version = 2147483647",
  ]

  @Test(.timeLimit(.minutes(1)), arguments: oddTables) func tablesAreDamage(change: String) throws {
    try make(Self.untyped + change)
    try readAll(store)
    #expect(folder.sentences.count == 1)
    _ = try store.record(.make("a"))
    #expect(try store.recents() == [.make("a")])
    #expect(folder.sentences.count == 1)
  }

  /// Recording a switch does not change the pins.
  @Test(arguments: oddTables.filter { !$0.hasPrefix("ALTER TABLE pin") })
  func tablesAreDamageForAWriterToo(change: String) throws {
    try make(Self.untyped + change)
    _ = try store.record(.make("a"))
    try store.finish(1, exitStatus: 0)
    #expect(try store.recents() == [.make("a", exitStatus: 0)])
    #expect(folder.sentences.count == 1)
  }

  @Test func areMetByWhatChangesRows() throws {
    let changes: [(Store) throws -> Void] = [
      { try $0.forget([10]) }, { _ = try $0.change(.put("a", at: 0)) },
      { _ = try $0.record(.make("prod")) }, { _ = try $0.clear() },
    ]
    for change in changes {
      try? FileManager.default.removeItem(atPath: folder.path + "/state")
      try make(
        Self.untyped
          + """
          INSERT INTO recent(id) VALUES (10); INSERT INTO pin VALUES (1, null);
          INSERT INTO entry VALUES ('prod', null, null);
          """)
      try change(store)
      try readAll(store)
    }
  }

  @Test func aWayToSwitchOfANewerVersionIsNone() throws {
    try make(
      Self.untyped
        + "\(Self.into) VALUES (1, 'a', 'A', null, null, null, 5, 'teleport', 0)")
    #expect(try store.history() == [])
    #expect(folder.sentences == [])
  }

  @Test func aMomentOutsideTheCalendarIsTheNearestInIt() throws {
    for seconds in [Double.infinity, 1e300, -1e300] {
      var recent = SwitchRecord.make("a")
      recent.date = Date(timeIntervalSince1970: seconds)
      _ = try store.record(recent)
    }
    #expect(try store.history().count == 3)
    #expect(folder.sentences == [])
  }
}
