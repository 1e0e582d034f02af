import Accounts
import Foundation
import TestSupport
import Testing

struct StoreUsageTests {
  let folder: TemporaryFolder
  var store: Store { folder.store }

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func isNothingWhereThereIsNoFile() throws {
    #expect(try store.usage() == Usage())
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/state"))
  }

  @Test func givesAllThatThePickerNeedsAtOnce() throws {
    for name in ["a", "b", "a", "c"] { _ = try store.record(.make(name)) }
    _ = try store.record(.make("d", method: .each))
    _ = try store.change(.put("d", at: 0))
    let usage = try store.usage()
    #expect(usage.pins == ["d"])
    #expect(usage.recents == ["c", "a", "b"])
    #expect(usage.previous() == "c")
    #expect(usage.previous(current: "c") == "a")
    #expect(Set(usage.frecency.keys) == ["a", "b", "c"])
  }

  @Test func weighsOftenAgainstLately() throws {
    let day = 86_400
    for _ in 1...3 { _ = try store.record(.make("often", at: 1_790_000_000 - day)) }
    _ = try store.record(.make("lately", at: 1_790_000_000))
    _ = try store.record(.make("once", at: 1_790_000_000 - day))
    let frecency = try store.usage().frecency
    let order = frecency.sorted { $0.value > $1.value }.map(\.key)
    #expect(order == ["often", "lately", "once"])
    #expect(frecency["lately"] == Frecency(moment: 1_790_000_000))
  }

  @Test func isTheSameInAnyOrderOfSwitches() throws {
    let other = try TemporaryFolder()
    let times = [5, 900_000, 70, 43_000, 900_000]
    for time in times { _ = try store.record(.make("a", at: time)) }
    for time in times.reversed() { _ = try other.store.record(.make("a", at: time)) }
    let one = try #require(try store.usage().frecency["a"]).moment
    let two = try #require(try other.store.usage().frecency["a"]).moment
    #expect(abs(one - two) < 0.001)
  }
}
