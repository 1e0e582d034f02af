import Accounts
import Foundation
import Synchronization

/// A folder that is there for one test, with a store in it.
final class TemporaryFolder: Sendable {
  let path = FileManager.default.temporaryDirectory.path + "/switchback-\(UUID().uuidString)"
  private let told = Mutex<[String]>([])

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  var file: String { path + "/state/state.sqlite" }

  /// What the store has told so far.
  var sentences: [String] { told.withLock { $0 } }

  var store: Store {
    Store(file: file, now: { Date(timeIntervalSince1970: 1_800_000_000) }) { [self] sentence in
      told.withLock { $0.append(sentence) }
    }
  }

  /// The names of the files beside the store's, its own included, sorted.
  var files: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path + "/state")) ?? []).sorted()
  }

  /// Puts these bytes where the store looks for its file.
  func write(_ bytes: Data) throws {
    try FileManager.default.createDirectory(
      atPath: path + "/state", withIntermediateDirectories: true)
    try bytes.write(to: URL(fileURLWithPath: file))
  }
}

extension SwitchRecord {
  /// A switch to an entry, everything else invented.
  static func make(
    _ entry: String, at seconds: Int = 1_790_000_000, how: Method = .shell, exitStatus: Int? = nil
  ) -> SwitchRecord {
    SwitchRecord(
      entry: entry, displayName: "Entry \(entry)", accountID: "111122223333", roleName: "Admin",
      region: "eu-west-1", at: Date(timeIntervalSince1970: Double(seconds)), how: how,
      exitStatus: exitStatus)
  }
}
