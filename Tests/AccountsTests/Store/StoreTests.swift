import Accounts
import Foundation
import TestSupport
import Testing

struct StoreTests {
  let folder: TemporaryFolder
  var store: Store { folder.store }

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func givesBackWhatWasRecordedNewestFirst() throws {
    let bare = SwitchRecord(
      entry: "b", displayName: "B", date: Date(timeIntervalSince1970: 5), method: .export)
    _ = try store.record(.make("a", exitStatus: 0))
    _ = try store.record(bare)
    #expect(try store.recents() == [bare, .make("a", exitStatus: 0)])
    #expect(try store.recents(limit: 1) == [bare])
  }

  @Test func knowsWhetherTheLastSwitchWasReadOnly() throws {
    var recent = SwitchRecord.make("a")
    recent.isReadOnly = true
    _ = try store.record(recent)
    #expect(try store.wasReadOnly("a"))
    #expect(try store.recents() == [recent])
    _ = try store.record(.make("a"))
    #expect(try !store.wasReadOnly("a"))
    #expect(try !store.wasReadOnly("b"))
  }

  @Test func recordsHowASwitchEnded() throws {
    let first = try store.record(.make("a"))
    let second = try store.record(.make("b"))
    try store.finish(first, exitStatus: 130)
    #expect(first != second)
    #expect(try store.recents().map(\.exitStatus) == [nil, 130])
  }

  @Test func ordersByTheSequenceOfSwitchesNotByTheClock() throws {
    _ = try store.record(.make("future", at: 4_000_000_000))
    _ = try store.record(.make("now"))
    #expect(try store.usage().recents == ["now", "future"])
  }

  @Test func listsEachEntryOnce() throws {
    for name in ["a", "b", "a", "c", "b"] { _ = try store.record(.make(name)) }
    #expect(try store.usage().recents == ["b", "c", "a"])
    #expect(try store.usage().recents.prefix(2) == ["b", "c"])
  }

  @Test func countsOnlySwitchesOfShellsAndListsAll() throws {
    var readOnly = SwitchRecord.make("a")
    readOnly.isReadOnly = true
    _ = try store.record(readOnly)
    for how in [SwitchRecord.Method.exec, .each, .console, .export] {
      _ = try store.record(.make("b", method: how))
      _ = try store.record(.make("a", method: how))
    }
    #expect(try store.usage().recents == ["a"])
    #expect(try store.previousEntry() == "a")
    #expect(try store.previousEntry(current: "a") == nil)
    #expect(try store.wasReadOnly("a"))
    #expect(try store.recents().count == 9)
  }

  @Test func knowsThePreviousEntry() throws {
    #expect(try store.previousEntry() == nil)
    for name in ["a", "b", "b"] { _ = try store.record(.make(name)) }
    #expect(try store.previousEntry() == "b")
    #expect(try store.previousEntry(current: "b") == "a")
    #expect(try store.previousEntry(current: "a") == "b")
  }

  @Test func readsNothingAndMakesNothingWhereThereIsNoFile() throws {
    #expect(try store.recents() == [])
    #expect(try store.usage().recents == [])
    _ = try store.clear()
    try store.finish(1, exitStatus: 0)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/state"))
  }

  @Test func keepsItsFileToItsOwner() throws {
    _ = try store.record(.make("a"))
    let manager = FileManager.default
    let file = try manager.attributesOfItem(atPath: folder.file)[.posixPermissions] as? Int
    let state = try manager.attributesOfItem(atPath: folder.path + "/state")
    #expect(file == 0o600)
    #expect(state[.posixPermissions] as? Int == 0o700)
  }

  @Test func forgetsAllWhenCleared() throws {
    let id = try store.record(.make("classified-entry"))
    _ = try store.clear()
    try store.finish(id, exitStatus: 0)
    #expect(try store.recents() == [])
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file))
    #expect(bytes.range(of: Data("classified-entry".utf8)) == nil)
  }

  @Test func neverGivesANumberAgain() throws {
    let before = try store.record(.make("a"))
    _ = try store.clear()
    #expect(try store.record(.make("b")) > before)
  }

  @Test func givesTextBackAsItWas() throws {
    let name = "a'; DROP TABLE recent; --\u{202E}日本\n"
    _ = try store.record(.make(name))
    #expect(try store.recents().map(\.entry) == [name])
  }

  @Test func theHistoryIsMadeWithoutALeftover() throws {
    _ = try folder.store.record(.make("prod"))
    #expect(folder.files.filter { $0.hasPrefix(".") } == [])
    let draft = folder.path + "/state/.switchback-0123456789abcdef"
    try Data("secret".utf8).write(to: URL(filePath: draft))
    folder.store.sweep()
    #expect(folder.files.allSatisfy { $0 == "state.sqlite" || $0.hasPrefix("state.sqlite-") })
    #expect(try folder.store.recents().map(\.entry) == ["prod"])
  }
}
