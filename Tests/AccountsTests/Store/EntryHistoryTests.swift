import Accounts
import Foundation
import TestSupport
import Testing

struct EntryHistoryTests {
  let folder: TemporaryFolder
  var store: Store { folder.store }

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func areNoneWhereThereIsNoFile() throws {
    #expect(try store.history(of: "a", limit: 3) == EntryHistory())
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/state"))
  }

  @Test func areTheEntrysOwnNewestFirst() throws {
    for status in 1...4 {
      _ = try store.record(.make("a", at: 1_790_000_000 + status, exitStatus: status))
      _ = try store.record(.make("b", at: 1_790_000_000 + status))
    }
    _ = try store.record(.make("a", method: .each))
    let uses = try store.history(of: "a", limit: 3)
    #expect(uses.count == 4)
    #expect(uses.newest.map(\.exitStatus) == [4, 3, 2])
    #expect(uses.newest.allSatisfy { $0.entry == "a" && $0.method == .shell })
  }

  @Test func doNotMatchPartOfAName() throws {
    _ = try store.record(.make("a' OR 1=1 --"))
    #expect(try store.history(of: "a", limit: 3).count == 0)
    #expect(try store.history(of: "a' OR 1=1 --", limit: 3).count == 1)
  }
}
