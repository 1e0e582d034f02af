import Files
import Foundation
import Testing

struct PrivateFileTests {
  let folder = NSTemporaryDirectory() + "switchback-tests-\(UUID().uuidString)"

  @Test func isWrittenWholeForItsOwnerOnlyWithTheFoldersAboveIt() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/deep/file"
    try writePrivately(Array("first".utf8), to: path)
    try writePrivately(Array("second".utf8), to: path)
    #expect(String(decoding: try readWhole(path, limit: 100), as: UTF8.self) == "second")
    #expect(try mode(path) == 0o600)
    #expect(try mode(folder + "/deep") == 0o700)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/deep") == ["file"])
  }

  @Test func saysWhereItCannotBeWritten() {
    #expect(throws: FileWriteError.self) { try writePrivately([1], to: "/proc/nowhere/file") }
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }
}
