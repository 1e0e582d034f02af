import Accounts
import Foundation
import TestSupport
import Testing

struct StoreDamageTests {
  let folder: TemporaryFolder
  var store: Store { folder.store }

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func isSetAsideWhenReadAndTheBytesAreKept() throws {
    let bytes = Data(repeating: 0x5A, count: 9000)
    try folder.write(bytes)
    #expect(try store.recents() == [])
    let aside = folder.file + ".damaged-20270115T080000Z"
    #expect(try Data(contentsOf: URL(fileURLWithPath: aside)) == bytes)
    #expect(folder.files == ["state.sqlite.damaged-20270115T080000Z"])
    #expect(folder.sentences.count == 1)
    #expect(folder.sentences.first?.contains(aside) == true)
  }

  @Test func isSetAsideWhenWrittenAndANewHistoryBegun() throws {
    try folder.write(Data(repeating: 0x5A, count: 9000))
    _ = try store.record(.make("a"))
    #expect(try store.recents() == [.make("a")])
    #expect(folder.files.contains("state.sqlite.damaged-20270115T080000Z"))
    #expect(folder.sentences.count == 1)
  }

  @Test func insideTheFileIsFoundToo() throws {
    for number in 0..<200 { _ = try store.record(.make("entry-\(number)")) }
    var bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file))
    bytes.replaceSubrange(4096..., with: Data(repeating: 0xFF, count: bytes.count - 4096))
    try folder.write(bytes)
    #expect(try store.recents() == [])
    _ = try store.record(.make("a"))
    #expect(try store.recents() == [.make("a")])
    #expect(folder.sentences.count == 1)
  }

  @Test func twiceInASecondIsKeptTwice() throws {
    try folder.write(Data(repeating: 1, count: 2000))
    #expect(try store.recents() == [])
    try folder.write(Data(repeating: 2, count: 2000))
    #expect(try store.recents() == [])
    let name = "state.sqlite.damaged-20270115T080000Z"
    #expect(folder.files == [name, name + "-2"])
  }

  @Test func isNoWordForAnEmptyFile() throws {
    try folder.write(Data())
    #expect(try store.recents() == [])
    _ = try store.record(.make("a"))
    #expect(try store.recents() == [.make("a")])
    #expect(folder.sentences == [])
  }

  @Test func isNoWordForTheFileOfANewerVersion() throws {
    _ = try store.record(.make("a"))
    var bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file))
    // The last byte of the header's user_version, by SQLite's file format.
    bytes[63] = 99
    try folder.write(bytes)
    let error = StoreError.newer(file: folder.file)
    #expect(throws: error) { try store.recents() }
    #expect(throws: error) { try store.record(.make("b")) }
    #expect(error.description.contains("newer version of switchback"))
    #expect(folder.sentences == [])
    #expect(folder.files == ["state.sqlite"])
  }

  @Test func isNoWordForAFolderInTheWay() throws {
    try FileManager.default.createDirectory(
      atPath: folder.file, withIntermediateDirectories: true)
    #expect(throws: StoreError.self) { try store.recents() }
    #expect(throws: StoreError.self) { try store.record(.make("a")) }
    #expect(folder.files == ["state.sqlite"])
  }

  @Test func isNoWordForAFileInPlaceOfTheFolder() throws {
    try Data().write(to: URL(fileURLWithPath: folder.path + "/state"))
    #expect(throws: StoreError.self) { try store.recents() }
    #expect(throws: StoreError.self) { try store.record(.make("a")) }
  }
}
