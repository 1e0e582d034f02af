import Foundation

/// AWS's test data, and oracles made with its CLI, in a folder beside the repository.
///
/// The suites that read it skip where the folder is absent.
enum Conformance {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .appending(path: "../shared/conformance").standardized

  static let isPresent = FileManager.default.fileExists(atPath: root.path)

  static func decoded<Value: Decodable>(_ path: String, as type: Value.Type = Value.self) throws
    -> Value
  {
    try JSONDecoder().decode(type, from: Data(contentsOf: root.appending(path: path)))
  }
}
