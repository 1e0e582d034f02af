import Accounts
import Foundation
import Testing

struct RewriteFileTests {
  private let folder: TemporaryFolder
  private var file: String { folder.path + "/aws/credentials" }

  init() throws { folder = try TemporaryFolder() }

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
      file, from: earlier.map { Array($0.utf8) }, to: Array(later.utf8), backupSuffix: ".backup-1")
  }

  @Test func whatItHeldIsKeptBesideIt() throws {
    try put("old")
    let backup = try #require(try rewrite(from: "old", to: "new"))
    #expect(text(file) == "new" && text(backup) == "old")
    #expect(backup == file + ".backup-1")
    #expect(try mode(file) == 0o644)
    #expect(try mode(backup) == 0o600)
  }

  @Test func aBackupReplacesNoOther() throws {
    try put("one")
    _ = try rewrite(from: "one", to: "two")
    let second = try #require(try rewrite(from: "two", to: "three"))
    #expect(second == file + ".backup-1-2")
    #expect(text(file + ".backup-1") == "one" && text(second) == "two")
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
    #expect(throws: RewriteFault.changedMeanwhile(file: file)) {
      try rewrite(from: "old", to: "new")
    }
    #expect(throws: RewriteFault.self) { try rewrite(from: nil, to: "new") }
    #expect(text(file) == "another's")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/aws").count == 1)
  }
}
