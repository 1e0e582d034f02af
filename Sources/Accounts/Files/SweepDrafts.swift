import Glibc

/// Removes the drafts of a file whose writers are gone, and those of its backups; where the file is a link, of what it
/// leads to, where those who follow it write.
package func sweepDrafts(of path: String, following: Bool = false) {
  let path = following ? (try? endOfLinks(path)) ?? path : path
  let (parent, name) = (folder(of: path), lastPart(of: path))
  sweepDrafts(in: parent.isEmpty ? "." : parent) { $0 == name || $0.hasPrefix(name + ".backup-") }
}

/// Removes the drafts in a folder whose writers are gone: our own files alone, none that its writer still holds locked.
///
/// `isOurs` says of which files drafts with a process id in their name are looked for, as earlier versions made them.
package func sweepDrafts(in folder: String, of isOurs: (_ file: Substring) -> Bool) {
  guard let stream = opendir(folder) else { return }
  defer { closedir(stream) }
  let directory = dirfd(stream)
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { draftName(at: $0) }
    }
    guard let name else { continue }
    if name.hasPrefix(Draft.prefix) {
      sweepLocked(name, in: directory)
    } else if let (file, writer) = namedByWriter(name), isOurs(file), isGone(writer) {
      _ = removeOwnFile(name, in: directory) { _ in true }
    }
  }
}

/// The name, where it may be a draft's: of most files no more than its first and last bytes are looked at.
private func draftName(at bytes: UnsafePointer<CChar>) -> String? {
  let count = strlen(bytes)
  guard count > 0 else { return nil }
  let isDraft = bytes[0] == 0x2E && strncmp(bytes, Draft.prefix, 12) == 0
  let last = bytes[count - 1]
  return isDraft || (0x30...0x39).contains(last) ? String(cString: bytes) : nil
}

/// True of the name of a file on its way to its place.
package func isDraft(_ name: String) -> Bool { name.hasPrefix(Draft.prefix) }

/// What SQLite keeps beside a database.
let databaseSuffixes = ["-wal", "-shm", "-journal"]

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

/// True of a draft of ours that has been given its place, too: this name is needed no more.
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

/// The file and the process of a name such as `credentials.1234.567890`.
private func namedByWriter(_ name: String) -> (file: Substring, writer: pid_t)? {
  let parts = name.split(separator: ".", omittingEmptySubsequences: false)
  guard parts.count >= 3, let random = parts.last, UInt32(random) != nil,
    let writer = pid_t(parts[parts.count - 2]), writer > 0
  else { return nil }
  return (name.dropLast(random.count + 1 + parts[parts.count - 2].count + 1), writer)
}

private func isGone(_ process: pid_t) -> Bool {
  kill(process, 0) != 0 && errno == ESRCH
}
