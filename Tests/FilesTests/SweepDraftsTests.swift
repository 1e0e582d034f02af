import Files
import Foundation
import Glibc
import TestSupport
import Testing

/// Files that killed writers have left behind.
struct SweepDraftsTests {
  private let folder: TestFolder
  private let draft = ".switchback-0123456789abcdef"

  init() throws { folder = try TestFolder() }

  private func put(_ name: String) throws {
    try Data("secret".utf8).write(to: URL(filePath: folder.path + "/" + name))
  }

  private var names: Set<String> {
    Set((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
  }

  @Test func anAbandonedDraftIsRemoved() throws {
    for name in [draft, draft + "-wal", ".switchback-fedcba9876543210-shm"] { try put(name) }
    sweepDrafts(in: folder.path)
    #expect(names == [])
  }

  @Test func aDraftOfALiveWriterStays() throws {
    try put(draft)
    try put(draft + "-wal")
    let file = open(folder.path + "/" + draft, O_RDONLY)
    defer { close(file) }
    #expect(flock(file, LOCK_EX) == 0)
    sweepDrafts(in: folder.path)
    #expect(names == [draft, draft + "-wal"])
  }

  /// Users may name their own copies like this.
  @Test func whatHasNumbersInItsNameStays() throws {
    let staying: Set = [
      "credentials", "credentials.2024.11", "credentials.20241129.01", "config.2024.11",
      "state.sqlite.0B8A5C1E-7C0B-4B0E-9F43-1D2C3B4A5968", ".switchback", ".switchback-notes",
      ".switchback-0123456789abcdeg",
    ]
    for name in staying { try put(name) }
    sweepDrafts(of: folder.path + "/credentials")
    #expect(names == staying)
  }

  @Test func whatIsNoFileOfOursStays() throws {
    let (link, pipe) = (".switchback-1111111111111111", ".switchback-2222222222222222")
    try put("precious")
    #expect(symlink("precious", folder.path + "/" + link) == 0)
    #expect(mkfifo(folder.path + "/" + pipe, 0o600) == 0)
    var staying: Set = ["precious", link, pipe]
    if geteuid() == 0 {
      try put(draft)
      #expect(chown(folder.path + "/" + draft, 65534, 65534) == 0)
      staying.insert(draft)
    }
    sweepDrafts(in: folder.path)
    #expect(names == staying)
  }

  @Test func whatIsFollowedIsSweptWhereItLeads() throws {
    #expect(mkdir(folder.path + "/real", 0o700) == 0)
    try put("real/credentials")
    try put("real/" + draft)
    #expect(symlink("real/credentials", folder.path + "/credentials") == 0)
    sweepDrafts(ofLinked: [folder.path + "/credentials"])
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/real/" + draft))
  }

  @Test func aWriterLeavesNothingButItsFile() throws {
    try put(draft)
    for text in ["one", "two"] {
      try replaceFile(folder.path + "/file", with: Array(text.utf8))
      #expect(names == ["file"])
    }
    #expect(try createFile(folder.path + "/new", with: [1]))
    #expect(try !createFile(folder.path + "/new", with: [2]))
    #expect(try readBytes(folder.path + "/new", limit: 10) == [1])
    #expect(names == ["file", "new"])
  }
}
