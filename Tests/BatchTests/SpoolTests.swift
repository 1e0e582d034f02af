import Accounts
import Batch
import Canvas
import Foundation
import Testing

struct SpoolTests {
  private func all(_ spool: Spool) -> [UInt8] {
    var bytes: [UInt8] = []
    spool.forEach { bytes += $0 }
    return bytes
  }

  @Test(arguments: [0, 1, 1 << 20, (1 << 20) + 1, 5_000_000])
  func givesWhatItTookWhateverItsSize(size: Int) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let spool = Spool(folder: folder.path)
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 / 251) }
    for start in stride(from: 0, to: size, by: 70_001) {
      spool.append(bytes[start..<min(size, start + 70_001)])
    }
    #expect(spool.isEmpty == (size == 0))
    // No other program finds the file.
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    #expect(all(spool) == bytes)
    #expect(all(spool) == bytes)
    #expect(spool.error == nil)
  }

  @Test func withoutAFolderItSaysWhatIsMissing() {
    let spool = Spool(folder: "/no/such/folder")
    spool.append([UInt8](repeating: 1, count: 2 << 20))
    #expect(spool.error == "No such file or directory")
  }

  @Test func aLineOfJSONSaysWhereSomethingIsMissing() {
    let (whole, cut) = (Spool(folder: "/no/such/folder"), Spool(folder: "/no/such/folder"))
    cut.append([UInt8](repeating: 0x61, count: 2 << 20))
    let origin = Origin(file: "config", line: 1)
    let label = Label(displayName: "a", color: .ansi(1))
    let facts = ReportedEntry(Entry(name: "a", label: label, kind: .staticKeys, origin: origin))
    func line(_ output: Spool) -> String {
      var bytes: [UInt8] = []
      writeJSON(facts, status: 0, took: .seconds(1), output: output, errors: whole) { bytes += $0 }
      return String(decoding: bytes, as: UTF8.self)
    }
    #expect(line(cut).contains("\"incomplete\": \"Its output could not be stored completely"))
    #expect(!line(whole).contains("incomplete"))
  }

  @Test func linesAreWholeAndPrefixed() {
    var lines = LinePrefixer("a | ")
    func take(_ text: String) -> String { String(decoding: lines.take(text.utf8), as: UTF8.self) }
    #expect(take("on") == "")
    #expect(take("e\n\ntw") == "a | one\na | \n")
    #expect(String(decoding: lines.rest(), as: UTF8.self) == "a | tw\n")
    #expect(lines.rest() == [])
    let long = take(String(repeating: "x", count: 100_000))
    #expect(long.utf8.count == 100_005 && long.last == "\n")
  }

  @Test(arguments: ["a\u{E4}b", "\u{20AC}\u{1F600}", "plain", ""])
  func textIsWholeWhereverItIsCut(text: String) {
    let bytes = Array(text.utf8)
    for cut in 0...bytes.count {
      var pieces = TextPieces()
      let first = pieces.take(Array(bytes[..<cut]))
      #expect(first + pieces.take(Array(bytes[cut...])) + pieces.rest() == text)
    }
  }

  @Test func whatIsNoTextIsMarked() {
    var pieces = TextPieces()
    #expect(pieces.take([0x41, 0xFF, 0xE2]) + pieces.rest() == "A\u{FFFD}\u{FFFD}")
    #expect(pieces.take([0x80, 0x80, 0x80, 0x80]).count == 4)
  }
}
