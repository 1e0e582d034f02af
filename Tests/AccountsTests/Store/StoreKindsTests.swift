import Accounts
import Foundation
import Glibc
import TestSupport
import Testing

/// Other kinds of files in the place of the history.
struct StoreKindsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    #expect(mkdir(folder.path + "/state", 0o700) == 0)
  }

  private func expectFaults(_ word: String) {
    for attempt in [
      { _ = try folder.store.recents() }, { _ = try folder.store.record(.make("prod")) },
      { _ = try folder.store.clear() },
    ] {
      #expect { try attempt() } throws: { error in
        error is StoreError && "\(error)".contains(folder.file) && "\(error)".contains(word)
      }
    }
    #expect(folder.sentences == [])
  }

  @Test(arguments: ["", "-wal", "-shm", "-journal"]) func aFIFOIsNotWaitedFor(suffix: String) throws
  {
    if !suffix.isEmpty { _ = try folder.store.record(.make("prod")) }
    #expect(mkfifo(folder.file + suffix, 0o600) == 0)
    expectFaults("it is a FIFO, not a file")
  }

  @Test func aFolderIsNamedAsOne() throws {
    #expect(mkdir(folder.file, 0o700) == 0)
    expectFaults("it is a folder, not a file")
  }

  @Test func linksInACircleAreNoMissingHistory() {
    #expect(symlink("state.sqlite", folder.file) == 0)
    expectFaults("its symbolic links form a loop")
  }

  @Test func aFileAsItsFolderIsNoMissingHistory() throws {
    #expect(rmdir(folder.path + "/state") == 0)
    try Data().write(to: URL(filePath: folder.path + "/state"))
    expectFaults("Not a directory")
  }
}
