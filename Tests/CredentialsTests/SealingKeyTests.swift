import Crypto
import Files
import Foundation
import Glibc
import Testing
@testable import Credentials

/// The key in a file, where the kernel has no keyring: the folder may be one that others can write
/// to.
struct SealingKeyTests {
  private let folder = NSTemporaryDirectory() + "switchback-tests-\(UUID().uuidString)"
  private var file: String { folder + "/key" }
  private let bytes = [UInt8](repeating: 7, count: 32)

  private func isTaken(_ change: () throws -> Bool = { true }) throws -> Bool {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try writePrivately(bytes, to: file)
    #expect(try change())
    return fileKey(folder) == SymmetricKey(data: bytes)
  }

  @Test func ourOwnIsTaken() throws {
    #expect(try isTaken())
  }

  @Test(arguments: [0o644, 0o660, 0o602]) func oneThatOthersCanReadOrChangeIsNot(
    mode: UInt32
  ) throws {
    #expect(try !isTaken { chmod(file, mode) == 0 })
  }

  @Test(arguments: [0o777, 0o770]) func noneInAFolderThatOthersCanChange(mode: UInt32) throws {
    #expect(try !isTaken { chmod(folder, mode) == 0 })
  }

  @Test func aLinkIsNot() throws {
    #expect(try !isTaken { rename(file, folder + "/real") == 0 && symlink("real", file) == 0 })
  }

  @Test func aFIFOIsNotAndIsNotWaitedFor() throws {
    #expect(try !isTaken { unlink(file) == 0 && mkfifo(file, 0o600) == 0 })
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give files to others"))
  func anothersIsNot() throws {
    #expect(try !isTaken { chown(file, 65534, 65534) == 0 })
    #expect(try !isTaken { chown(folder, 65534, 65534) == 0 })
  }

  @Test func oneOfAnotherLengthIsNot() throws {
    for count in [0, 31, 33] {
      #expect(
        try !isTaken {
          try Data(count: count).write(to: URL(filePath: file))
          return chmod(file, 0o600) == 0
        })
    }
  }
}
