import Accounts
import Foundation
import Synchronization
import TestSupport

/// A folder that exists for one test, with a store in it.
final class TemporaryFolder: Sendable {
  private let folder: TestFolder
  private let reports = Mutex<[String]>([])

  init() throws { folder = try TestFolder() }

  var path: String { folder.path }

  var file: String { path + "/state/state.sqlite" }

  /// The messages of the store so far.
  var sentences: [String] { reports.withLock { $0 } }

  var store: Store {
    Store(file: file, now: { Date(timeIntervalSince1970: 1_800_000_000) }) { [self] sentence in
      reports.withLock { $0.append(sentence) }
    }
  }

  /// The names of the files beside the store's, including its own, sorted.
  var files: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path + "/state")) ?? []).sorted()
  }

  /// Writes these bytes to the store's file.
  func write(_ bytes: Data) throws {
    try FileManager.default.createDirectory(
      atPath: path + "/state", withIntermediateDirectories: true)
    try bytes.write(to: URL(fileURLWithPath: file))
  }
}
