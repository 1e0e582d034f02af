import Files
import Foundation
import Glibc
import TestSupport
import Testing

struct RewriteFileTests {
  private let folder: TestFolder
  private var file: String { folder.path + "/aws/credentials" }

  init() throws { folder = try TestFolder() }

  private func put(_ text: String, mode: Int = 0o644) throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/aws", withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: file))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
  }

  private func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  private func rewrite(from earlier: String?, to later: String) throws -> String? {
    try rewriteFile(
      file, from: earlier.map { Array($0.utf8) }, to: Array(later.utf8), backupSuffix: ".backup-1"
    ).backup
  }

  @Test func whatItHeldIsKeptBesideIt() throws {
    try put("old")
    let backup = try #require(try rewrite(from: "old", to: "new"))
    #expect(text(file) == "new" && text(backup) == "old")
    #expect(backup == file + ".backup-1")
    #expect(try mode(file) == 0o600)
    #expect(try mode(backup) == 0o600)
  }

  @Test func aBackupReplacesNoOther() throws {
    try put("one")
    _ = try rewrite(from: "one", to: "two")
    let second = try #require(try rewrite(from: "two", to: "three"))
    #expect(second == file + ".backup-1-2")
    #expect(text(file + ".backup-1") == "one" && text(second) == "two")
  }

  @Test func itSaysWhetherOthersHadRightsToIt() throws {
    try put("old")
    for expected in [true, false] {
      let written = try rewriteFile(file, backupSuffix: ".backup-1") { _ in Array("new".utf8) }
      #expect(written.wasOpenToOthers == expected)
    }
  }

  @Test func aNewFileIsForItsOwnerAlone() throws {
    #expect(try rewrite(from: nil, to: "new") == nil)
    #expect(text(file) == "new")
    #expect(try mode(file) == 0o600)
  }

  @Test func aLinkIsFollowed() throws {
    try put("old")
    let real = folder.path + "/aws/real"
    try FileManager.default.moveItem(atPath: file, toPath: real)
    try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: "real")
    _ = try rewrite(from: "old", to: "new")
    #expect(text(real) == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: file) == "real")
  }

  @Test func whatChangedMeanwhileIsLeftAlone() throws {
    try put("another's")
    #expect(throws: RewriteError.changedMeanwhile(file: file)) {
      try rewrite(from: "old", to: "new")
    }
    #expect(throws: RewriteError.self) { try rewrite(from: nil, to: "new") }
    #expect(text(file) == "another's")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/aws").count == 1)
  }

  @Test(arguments: [0o700, 0o755])
  func manyWritersWaitForEachOther(mode: Int) async throws {
    try put("")
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: folder.path + "/aws")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<30 {
        group.addTask { [file] in
          _ = try rewriteFile(file, backupSuffix: ".backup-1") { found in
            (found ?? []) + Array("\(number)\n".utf8)
          }
        }
      }
      try await group.waitForAll()
    }
    let lines = try #require(text(file)).split(separator: "\n").compactMap { Int($0) }
    #expect(lines.sorted() == Array(0..<30))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/aws")
    #expect(names.allSatisfy { $0.hasPrefix("credentials") } && names.count == 31)
  }

  /// A user who can open a folder can lock it, and never release the lock.
  @Test func aFolderThatOthersCanOpenIsNotWhatIsLocked() throws {
    try put("old")
    let holder = open(folder.path + "/aws", O_RDONLY | O_DIRECTORY)
    defer { close(holder) }
    #expect(chmod(folder.path + "/aws", 0o755) == 0 && flock(holder, LOCK_EX) == 0)
    _ = try rewrite(from: "old", to: "new")
    #expect(text(file) == "new")
  }

  /// Another user may have created it first, in a folder that both can write to.
  @Test func aForeignLockIsNamedWithItsOwner() throws {
    try put("old")
    let lock = folder.path + "/aws/.switchback-lock"
    #expect(chmod(folder.path + "/aws", 0o755) == 0)
    close(open(lock, O_CREAT | O_WRONLY, 0o600))
    #expect(chmod(lock, 0o644) == 0)
    #expect {
      try rewrite(from: "old", to: "new")
    } throws: { error in
      "\(error)".contains("\(lock) (user \(geteuid())) is not your lock: other users can")
    }
    #expect(text(file) == "old")
  }

  @Test func whatStandsInTheFilesPlaceIsNotWaitedFor() throws {
    #expect(mkdir(folder.path + "/aws", 0o700) == 0 && mkfifo(file, 0o600) == 0)
    let fault = RewriteError.unwritable(file: file, reason: "it is a FIFO, not a file")
    #expect(throws: fault) { try rewrite(from: nil, to: "new") }
  }
}
