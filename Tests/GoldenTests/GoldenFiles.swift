import Foundation
import Glibc

/// The folder of this test.
let folder = URL(filePath: #filePath).deletingLastPathComponent()

/// The existing goldens, by their paths below the folder of goldens.
enum GoldenFiles {
  private static let root = folder.appending(path: "Goldens").standardized

  static let command = "SWITCHBACK_RECORD_GOLDENS=1 swift test --filter GoldenTests"

  /// Whether screens are written instead of compared.
  static let isRecording =
    ProcessInfo.processInfo.environment["SWITCHBACK_RECORD_GOLDENS"] == "1"

  static var paths: Set<String> {
    let files = FileManager.default.subpaths(atPath: root.path) ?? []
    return Set(files.filter { $0.hasSuffix(".txt") })
  }

  /// The text of a golden; nil if it does not exist.
  static func text(_ path: String) throws -> String? {
    let file = root.appending(path: path)
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    return try String(contentsOf: file, encoding: .utf8)
  }

  static func size(_ path: String) throws -> Int {
    try Data(contentsOf: root.appending(path: path)).count
  }

  static func write(_ path: String, _ text: String) throws {
    let file = root.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  static func remove(_ path: String) throws {
    let file = root.appending(path: path)
    try FileManager.default.removeItem(at: file)
    // A folder with other goldens stays.
    _ = rmdir(file.deletingLastPathComponent().path)
  }
}
