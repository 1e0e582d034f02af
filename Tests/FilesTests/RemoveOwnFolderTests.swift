import Files
import Foundation
import Glibc
import TestSupport
import Testing

struct RemoveOwnFolderTests {
  private let folder: TestFolder
  private var own: String { folder.path + "/own" }
  private var precious: String { folder.path + "/elsewhere/precious" }

  init() throws {
    folder = try TestFolder()
    for name in ["own", "own/below", "elsewhere"] {
      #expect(mkdir(folder.path + "/" + name, 0o700) == 0)
    }
    for name in ["own/file", "own/below/file", "elsewhere/precious"] {
      try Data().write(to: URL(filePath: folder.path + "/" + name))
    }
  }

  private func isThere(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  @Test func allOfItGoesAndNoLinkIsFollowed() {
    #expect(symlink(folder.path + "/elsewhere", own + "/link") == 0)
    #expect(symlink(folder.path + "/elsewhere", own + "/below/link") == 0)
    #expect(chmod(own + "/below", 0o777) == 0)
    removeOwnFolder(own)
    #expect(!isThere(own) && isThere(precious))
  }

  /// Otherwise the next run would not recognize the folder as its user's.
  @Test func whatSaysWhoseItIsStaysWhileAnythingDoes() {
    removeOwnFolder(own, last: ["file"], depth: 1)
    #expect(isThere(own + "/below/file") && isThere(own + "/file"))
    removeOwnFolder(own, last: ["file"])
    #expect(!isThere(own))
  }

  @Test func aLinkInItsPlaceLeadsNowhere() {
    #expect(symlink(folder.path + "/elsewhere", folder.path + "/link") == 0)
    removeOwnFolder(folder.path + "/link")
    #expect(isThere(precious))
  }

  @Test(arguments: [0o755, 0o770, 0o1777]) func oneThatIsOpenToOthersStays(mode: UInt32) {
    #expect(chmod(own, mode) == 0)
    removeOwnFolder(own)
    #expect(isThere(own + "/below/file"))
  }

  @Test(.enabled(if: geteuid() == 0, "only root has folders of others in its own"))
  func whatIsAnothersStays() {
    #expect(chown(own + "/below", 65534, 65534) == 0)
    removeOwnFolder(own)
    #expect(isThere(own + "/below/file") && !isThere(own + "/file"))
    #expect(chown(own, 65534, 65534) == 0)
    removeOwnFolder(own)
    #expect(isThere(own + "/below/file"))
  }

  /// Another process keeps swapping names for links; nothing outside is ever removed.
  @Test func swappedNamesLeadNowhere() throws {
    for index in 0..<40 {
      let name = own + "/swapped\(index)"
      #expect(mkdir(name, 0o700) == 0)
      for file in 0..<20 { try Data().write(to: URL(filePath: "\(name)/\(file)")) }
    }
    let (root, elsewhere) = (own, folder.path + "/elsewhere")
    let attacker = Thread {
      for index in (0..<40).reversed() {
        let name = root + "/swapped\(index)"
        if rename(name, name + ".moved") == 0 { symlink(elsewhere, name) }
      }
    }
    attacker.start()
    removeOwnFolder(own)
    while !attacker.isFinished { sched_yield() }
    #expect(isThere(precious))
  }
}
