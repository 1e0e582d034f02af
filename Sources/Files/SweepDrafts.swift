import Glibc

/// Removes the drafts beside a file whose writers are gone.
package func sweepDrafts(of path: String) {
  let parent = folder(of: path)
  sweepDrafts(in: parent.isEmpty ? "." : parent)
}

/// The same beside what each path leads to, where those who follow links write; a folder of several is listed once.
package func sweepDrafts(ofLinked paths: [String]) {
  let ends = paths.filter { !$0.isEmpty }.map { (try? resolveLinks($0)) ?? $0 }
  for parent in Set(ends.map(folder)) { sweepDrafts(in: parent.isEmpty ? "." : parent) }
}

/// Removes the drafts in a folder whose writers are gone: our own files alone, none that its writer still holds locked.
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

/// The name, where it is a draft's: of most files no more than its first byte is looked at.
private func draftName(at bytes: UnsafePointer<CChar>) -> String? {
  let isDraft = bytes[0] == 0x2E && strncmp(bytes, Draft.prefix, Draft.prefix.utf8.count) == 0
  return isDraft ? String(cString: bytes) : nil
}

/// True for the name of a file on its way to its place.
package func isDraft(_ name: String) -> Bool { name.hasPrefix(Draft.prefix) }

/// What SQLite keeps beside a database.
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

/// Removes a regular file of our own of which `isWanted` is true once it is open; no link is followed.
func removeOwnFile(
  _ name: String, in directory: CInt, if isWanted: (_ file: CInt) -> Bool
) -> Bool {
  let file = openat(directory, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
  guard file >= 0 else { return false }
  defer { close(file) }
  var found = stat()
  guard fstat(file, &found) == 0, FileKind(found) == .file, found.st_uid == geteuid(),
    isWanted(file)
  else { return false }
  // Its writer may have put it in its place before it was locked, and another taken the name.
  var now = stat()
  guard fstatat(directory, name, &now, AT_SYMLINK_NOFOLLOW) == 0,
    FileIdentity(now) == FileIdentity(found)
  else { return false }
  return unlinkat(directory, name, 0) == 0
}

/// True for a draft of Switchback that has been given its place, too: this name is needed no more.
///
/// It is not opened: closing a database takes SQLite's locks away.
private func hasPlace(_ name: String, in directory: CInt) -> Bool {
  var found = stat()
  return fstatat(directory, name, &found, AT_SYMLINK_NOFOLLOW) == 0 && FileKind(found) == .file
    && found.st_uid == geteuid() && found.st_nlink > 1
}

private func isMissing(_ name: String, in directory: CInt) -> Bool {
  var found = stat()
  return fstatat(directory, name, &found, AT_SYMLINK_NOFOLLOW) != 0 && errno == ENOENT
}
