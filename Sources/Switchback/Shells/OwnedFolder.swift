import Accounts
import Glibc

/// A private folder that is known to be in use for as long as this process lives: that of a process that was killed is
/// removed by the next run.
struct OwnedFolder {
  let path: String
  private let lock: Int32

  /// In `$XDG_RUNTIME_DIR` or wherever temporary folders are, where there is room for so many bytes; throws a `Failure`.
  init(_ environment: [String: String], room: Int = 1 << 16) throws {
    path = try temporaryFolder(environment, room: room)
    lock = Self.lock(path)
  }

  /// Removes it with all that is in it.
  func remove() {
    removeOwnFolder(path)
    if lock >= 0 { close(lock) }
  }

  /// The file that its process keeps locked.
  static let owner = "owner"

  /// Locked before it has its name, so that nobody finds it unlocked.
  private static func lock(_ path: String) -> Int32 {
    let draft = path + "/." + owner
    let file = try? openOwnFile(draft, flags: O_RDWR | O_CREAT | O_EXCL, .isPrivate)
    guard let file else { return -1 }
    flock(file, LOCK_EX | LOCK_NB)
    rename(draft, path + "/" + owner)
    return file
  }
}

/// Removes the folders of ours, of processes and of shells, that are no longer in use.
///
/// Names prove nothing in a place that others may write to: a folder counts if it belongs to us, is closed to others,
/// and holds a file of ours that says whose it is.
func removeAbandonedFolders(_ environment: [String: String]) {
  for place in temporaryPlaces(environment) {
    for name in (try? files(in: place)) ?? []
    where name.utf8.count == ownedPrefix.utf8.count + 6 && name.hasPrefix(ownedPrefix) {
      let path = place + "/" + name
      if isAbandoned(path) { removeOwnFolder(path) }
    }
  }
}

private func isAbandoned(_ path: String) -> Bool {
  guard let folder = OwnDirectory(path) else { return false }
  if let shell = ShellOwner(in: folder.descriptor) { return shell.isGone }
  guard
    let owner = try? openOwnFile(
      OwnedFolder.owner, in: folder.descriptor, flags: O_RDWR, .isPrivate)
  else { return false }
  defer { close(owner) }
  return flock(owner, LOCK_EX | LOCK_NB) == 0
}
