import Accounts
import Foundation
import Glibc

/// A private folder that is known to be in use for as long as this process lives: whoever was killed leaves one that the
/// next of us removes.
struct OwnedFolder {
  let path: String
  private let lock: Int32

  /// In `$XDG_RUNTIME_DIR` or wherever temporary folders are; throws a `Failure`.
  init(_ environment: [String: String]) throws {
    path = try temporaryFolder(environment)
    lock = open(path + "/" + Self.owner, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    if lock >= 0 { flock(lock, LOCK_EX | LOCK_NB) }
  }

  /// Removes it, and those whose owners are gone.
  func remove() {
    try? FileManager.default.removeItem(atPath: path)
    if lock >= 0 { close(lock) }
    for folder in Self.abandoned(beside: path) {
      try? FileManager.default.removeItem(atPath: folder)
    }
  }

  private static let owner = "owner"

  /// Folders of ours that nobody holds.
  private static func abandoned(beside path: String) -> [String] {
    let parent = folder(of: path)
    let names = files(in: parent).filter { $0.hasPrefix("switchback-") && $0.utf8.count == 17 }
    return names.map { parent + "/" + $0 }.filter(isAbandoned)
  }

  private static func isAbandoned(_ folder: String) -> Bool {
    let file = open(folder + "/" + owner, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return false }
    defer { close(file) }
    return flock(file, LOCK_EX | LOCK_NB) == 0
  }
}
