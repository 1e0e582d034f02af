import Files
import Foundation
import Testing

struct WholeFileTests {
  let folder = NSTemporaryDirectory() + "switchback-tests-\(UUID().uuidString)"

  @Test func isReadUpToItsLimit() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try writePrivately([1, 2, 3], to: folder + "/file")
    #expect(try readWhole(folder + "/file", limit: 3) == [1, 2, 3])
    #expect(throws: FileReadError.self) { try readWhole(folder + "/file", limit: 2) }
  }

  @Test func ofAnySizeIsReadWhole() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let bytes = [UInt8](repeating: 7, count: 300_000)
    try writePrivately(bytes, to: folder + "/file")
    #expect(try readWhole(folder + "/file", limit: 1 << 20) == bytes)
  }

  @Test func thatSaysNoSizeIsReadAllTheSame() throws {
    #expect(try !readWhole("/proc/self/status", limit: 1 << 20).isEmpty)
  }

  @Test func thatIsAFolderOrMissingIsNamedWithTheReason() {
    for path in ["/tmp", "/nowhere/file"] {
      #expect { try readWhole(path, limit: 100) } throws: {
        "\($0)".hasPrefix(path + " cannot be read: ")
      }
    }
  }
}
