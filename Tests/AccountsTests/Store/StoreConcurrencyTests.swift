import Accounts
import Foundation
import TestSupport
import Testing

struct StoreConcurrencyTests {
  @Test(.timeLimit(.minutes(1)))
  func manyTerminalsBeginOneHistoryAndLoseNothing() async throws {
    let folder = try TemporaryFolder()
    let store = folder.store
    let ids = try await ids(from: 16, each: 10, in: store)
    let recents = try store.recents()
    #expect(Set(ids).count == 160)
    #expect(Set(recents.map(\.entry)).count == 160)
    #expect(recents.allSatisfy { $0.exitStatus == 0 })
    #expect(folder.files.allSatisfy { $0.hasPrefix("state.sqlite") && !$0.contains("damaged") })
  }

  @Test(.timeLimit(.minutes(1)))
  func manyTerminalsThatFindDamageSetOneFileAsideAndLoseNothing() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Data("not a database, but long enough to be taken for one".utf8))
    let store = folder.store
    _ = try await ids(from: 16, each: 4, in: store)
    #expect(try store.recents().count == 64)
    #expect(folder.sentences.count == 1)
    #expect(folder.files.filter { $0.contains("damaged") }.count == 1)
  }

  private func ids(from terminals: Int, each switches: Int, in store: Store) async throws -> [Int64]
  {
    try await withThrowingTaskGroup(of: [Int64].self) { group in
      for terminal in 0..<terminals {
        group.addTask {
          try (0..<switches).map { number in
            let id = try store.record(.make("\(terminal)-\(number)"))
            try store.finish(id, exitStatus: 0)
            return id
          }
        }
      }
      return try await group.reduce([], +)
    }
  }
}
