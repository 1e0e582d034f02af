package import Accounts
import Foundation

/// A folder that exists for one test.
package final class TestFolder: Sendable {
  package let path =
    FileManager.default.temporaryDirectory.path + "/switchback-\(UUID().uuidString)"

  package init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }
}

extension SwitchRecord {
  /// A switch to an entry; all other values are invented.
  package static func make(
    _ entry: String, at seconds: Int = 1_790_000_000, method: Method = .shell,
    exitStatus: Int? = nil
  ) -> SwitchRecord {
    SwitchRecord(
      entry: entry, displayName: "Entry \(entry)", accountID: "111122223333", roleName: "Admin",
      region: "eu-west-1", date: Date(timeIntervalSince1970: Double(seconds)), method: method,
      exitStatus: exitStatus)
  }
}
