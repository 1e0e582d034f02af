import Accounts
import Foundation
import TestSupport
import Testing

struct StoreForgettingTests {
  let folder: TemporaryFolder
  var store: Store { folder.store }

  init() throws {
    folder = try TemporaryFolder()
  }

  private func record(_ names: String...) throws -> [Int64] {
    try names.enumerated().map { try store.record(.make($1, at: 1_790_000_000 + $0 * 50_000)) }
  }

  @Test func takesTheRowsAndWhatWasLearntOfThem() throws {
    let ids = try record("a", "b", "a", "c")
    try store.forget([ids[2], ids[3]])
    #expect(try store.history().map(\.id) == [ids[1], ids[0]])
    let usage = try store.usage()
    #expect(usage.recents == ["b", "a"])
    #expect(usage.frecency["a"] == Frecency(moment: 1_790_000_000))
    #expect(usage.frecency["c"] == nil)
  }

  @Test func isTakenBackWhole() throws {
    let ids = try record("a", "b", "a", "c")
    let history = try store.history()
    let usage = try store.usage()
    let gone = history.filter { [ids[0], ids[3]].contains($0.id) }
    try store.forget(gone.map(\.id))
    try store.restore(gone)
    try store.restore(gone)
    #expect(try store.history() == history)
    #expect(try store.usage() == usage)
  }

  @Test func leavesNoNameInTheFile() throws {
    let id = try store.record(.make("classified-entry"))
    _ = try record("a", "b")
    try store.forget([id])
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file))
    #expect(bytes.range(of: Data("classified-entry".utf8)) == nil)
    #expect(bytes.range(of: Data("Entry a".utf8)) != nil)
  }

  @Test func ofTheLastSwitchIsNoSecondSwitchToIt() throws {
    let ids = try record("a", "b")
    try store.forget([ids[1]])
    try store.finish(ids[1], exitStatus: 0)
    #expect(try store.previousEntry() == "a")
    #expect(try record("c")[0] > ids[1])
  }

  @Test func ofNothingMakesNothing() throws {
    try store.forget([1])
    try store.forget([])
    try store.restore([])
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/state"))
  }

  @Test func goesOnWhereRowsAreGoneAlready() throws {
    let ids = try record("a", "b")
    try store.forget([ids[0]])
    try store.forget([ids[0], 99, ids[1]])
    #expect(try store.history() == [])
    #expect(try store.usage() == Usage())
  }
}
