import Accounts
import GRDB
import Glibc
import TestSupport
import Testing

/// A history locked by another program is waited for briefly, and is not damage.
struct StoreHeldTests {
  let folder: TemporaryFolder
  var store: Store { folder.store }

  init() throws {
    folder = try TemporaryFolder()
    _ = try store.record(.make("a"))
  }

  /// The lock of a database viewer.
  static let locks = ["PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE", "BEGIN EXCLUSIVE"]

  @Test(arguments: locks) func isSaidAndNotWaitedForLong(lock: String) throws {
    let other = try DatabaseQueue(path: folder.file)
    let start = ContinuousClock.now
    try other.writeWithoutTransaction { db in
      try db.execute(sql: lock)
      #expect(throws: StoreError.held(file: folder.file)) { try store.record(.make("b")) }
      // Some locks allow others to read.
      do throws(StoreError) { _ = try store.usage() } catch {
        #expect(error == .held(file: folder.file))
        #expect(error.description.contains("locked by another program"))
      }
      try db.execute(sql: "ROLLBACK")
    }
    try other.close()
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(folder.sentences == [])
    _ = try store.record(.make("b"))
    #expect(try store.usage().recents == ["b", "a"])
  }

  /// This happens if a command is killed while its new child still holds the lock.
  @Test(arguments: [0o700, 0o755] as [mode_t], [true, false])
  func aDamagedOneIsNotWaitedForLongerThanAnother(mode: mode_t, isShown: Bool) throws {
    try folder.write(.init(repeating: 0x5A, count: 2000))
    let parent = folder.path + "/state"
    try #require(chmod(parent, mode) == 0)
    let path = mode == 0o700 ? parent : parent + "/.switchback-lock"
    let held = open(path, mode == 0o700 ? O_RDONLY : O_RDWR | O_CREAT, 0o600)
    try #require(held >= 0 && flock(held, LOCK_SH | LOCK_NB) == 0)
    defer { close(held) }
    let start = ContinuousClock.now
    #expect(throws: StoreError.held(file: folder.file)) {
      if isShown { _ = try store.usage() } else { _ = try store.record(.make("b")) }
    }
    #expect(ContinuousClock.now - start < (isShown ? .seconds(2) : .seconds(6)))
  }

  @Test func withNoNumberLeftIsDamageAndNoFullDisk() throws {
    let other = try DatabaseQueue(path: folder.file)
    try other.write { try $0.execute(sql: "UPDATE recent SET id = 9223372036854775807") }
    try other.write {
      try $0.execute(sql: "UPDATE sqlite_sequence SET seq = 9223372036854775807")
    }
    try other.close()
    _ = try store.record(.make("b"))
    #expect(folder.sentences.count == 1)
    #expect(try store.recents() == [.make("b")])
    #expect(folder.files.contains { $0.hasPrefix("state.sqlite.damaged-") })
  }

  @Test func clearingRemovesWhatWasSetAside() throws {
    let paths = ["", "-2"].map { folder.file + ".damaged-20270115T080000Z" + $0 }
    for _ in paths {
      try folder.write(.init(repeating: 0x5A, count: 2000))
      _ = try store.recents()
    }
    _ = try store.record(.make("a"))
    #expect(try store.clear() == paths)
    #expect(folder.files.filter { $0.contains("damaged") } == [])
    // Also if nothing else is left of the history.
    try folder.write(.init(repeating: 0x5A, count: 2000))
    _ = try store.recents()
    #expect(folder.files == ["state.sqlite.damaged-20270115T080000Z"])
    #expect(try store.clear() == [paths[0]])
    #expect(folder.files == [])
  }
}
