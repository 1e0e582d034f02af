import Foundation

/// AWS's own test data, in a folder beside the repository; what reads it skips where it is absent.
enum Conformance {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/conformance").standardized

  static let isPresent = FileManager.default.fileExists(atPath: root.path)

  static func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: root.appending(path: path))
  }

  static func text(_ path: String) throws -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  static func names(in path: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: path).path)
    return (names ?? []).sorted()
  }

  static func decoded<Value: Decodable>(_ path: String, as type: Value.Type) throws -> Value {
    try JSONDecoder().decode(type, from: bytes(path))
  }
}
