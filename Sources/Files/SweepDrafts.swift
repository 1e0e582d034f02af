import Glibc

/// Removes abandoned drafts beside a file.
package func sweepDrafts(of path: String) {
  let parent = folder(of: path)
  sweepDrafts(in: parent.isEmpty ? "." : parent)
}

/// The same beside the targets of paths that may be links; a folder of several is listed once.
package func sweepDrafts(ofLinked paths: [String]) {
  let ends = paths.filter { !$0.isEmpty }.map { (try? resolveLinks($0)) ?? $0 }
  for parent in Set(ends.map(folder)) { sweepDrafts(in: parent.isEmpty ? "." : parent) }
}

/// Removes abandoned drafts in a folder: only files of this user that no writer holds locked.
package func sweepDrafts(in folder: String) {
  guard let stream = opendir(folder) else { return }
  defer { closedir(stream) }
  let directory = dirfd(stream)
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { draftName(at: $0) }
    }
    if let name { sweepLocked(name, in: directory) }
  }
}

/// The name, if it is a draft's; for most files only the first byte is read.
private func draftName(at bytes: UnsafePointer<CChar>) -> String? {
  let isDraft = bytes[0] == 0x2E && strncmp(bytes, Draft.prefix, Draft.prefix.utf8.count) == 0
  return isDraft ? String(cString: bytes) : nil
}

/// True for the name of a draft.
package func isDraft(_ name: String) -> Bool { name.hasPrefix(Draft.prefix) }

/// The suffixes of the files that SQLite keeps beside a database.
package let databaseSuffixes = ["-wal", "-shm", "-journal"]

private func sweepLocked(_ name: String, in directory: CInt) {
  if name == lockFileName {
    _ = removeOwnFile(name, in: directory) { flock($0, LOCK_EX | LOCK_NB) == 0 }
    return
  }
  let digits = name.dropFirst(Draft.prefix.count)
  guard digits.prefix(16).count == 16, digits.prefix(16).allSatisfy(\.isHexDigit) else { return }
  let suffix = String(digits.dropFirst(16))
  if suffix.isEmpty {
    if hasPlace(name, in: directory) {
      unlinkat(directory, name, 0)
      return
    }
    let isRemoved = removeOwnFile(name, in: directory) { flock($0, LOCK_EX | LOCK_NB) == 0 }
    guard isRemoved else { return }
    for suffix in databaseSuffixes {
      _ = removeOwnFile(name + suffix, in: directory) { _ in true }
    }
  } else if databaseSuffixes.contains(suffix), isMissing(String(name.prefix(28)), in: directory) {
    _ = removeOwnFile(name, in: directory) { _ in true }
  }
}

/// Removes a regular file of this user if `isRemovable` is true for it once it is open; no link is
/// followed.
func removeOwnFile(
  _ name: String, in directory: CInt, if isRemovable: (_ file: CInt) -> Bool
) -> Bool {
  let file = openat(directory, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
  guard file >= 0 else { return false }
  defer { close(file) }
  var found = stat()
  guard fstat(file, &found) == 0, FileKind(found) == .file, found.st_uid == geteuid(),
    isRemovable(file)
  else { return false }
  // Its writer may have renamed it before it was locked, and another file may have taken the name.
  var now = stat()
  guard fstatat(directory, name, &now, AT_SYMLINK_NOFOLLOW) == 0,
    FileIdentity(now) == FileIdentity(found)
  else { return false }
  return unlinkat(directory, name, 0) == 0
}

/// True for a draft of this user that also has its final name: this name is no longer needed.
///
/// It is not opened: closing a database would release SQLite's locks.
private func hasPlace(_ name: String, in directory: CInt) -> Bool {
  var found = stat()
  return fstatat(directory, name, &found, AT_SYMLINK_NOFOLLOW) == 0 && FileKind(found) == .file
    && found.st_uid == geteuid() && found.st_nlink > 1
}

private func isMissing(_ name: String, in directory: CInt) -> Bool {
  var found = stat()
  return fstatat(directory, name, &found, AT_SYMLINK_NOFOLLOW) != 0 && errno == ENOENT
}
