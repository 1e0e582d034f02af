import Glibc

/// An open folder of this user, held by its descriptor and not by its name.
package struct OwnDirectory: ~Copyable {
  package let descriptor: CInt

  /// Opens a folder; nil if it is a link, belongs to another user, or its mode has a forbidden bit.
  package init?(_ path: String, in parent: CInt = AT_FDCWD, forbidding bits: UInt32 = 0o077) {
    let file = openat(
      parent, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    var found = stat()
    guard fstat(file, &found) == 0, found.st_uid == geteuid(),
      found.st_mode & bits == 0
    else {
      close(file)
      return nil
    }
    descriptor = file
  }

  deinit { close(descriptor) }

  /// Call this last to keep the folder open, or locked, until then.
  package consuming func release() {}
}

extension OwnDirectory {
  /// The names in the folder; none if they cannot be read.
  package var names: [String] { namesInFolder(descriptor) }
}

/// The names in an open folder, in no order; none if they cannot be read.
func namesInFolder(_ descriptor: CInt) -> [String] {
  // A new open file description has its own position in the list.
  let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard copy >= 0 else { return [] }
  guard let stream = fdopendir(copy) else {
    close(copy)
    return []
  }
  defer { closedir(stream) }
  return names(in: stream)
}

/// The remaining names of an open folder.
func names(in stream: OpaquePointer) -> [String] {
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names
}

/// Removes a private folder of this user with all its content.
///
/// It works by descriptors, so that a name replaced by a link meanwhile is not followed. Files of
/// other users, and content deeper than `depth`, stay. The files named in `last` identify the
/// folder's owner: they go only when nothing else is left, so that the next run still recognizes
/// the folder if this one is killed.
package func removeOwnFolder(
  _ name: String, in parent: CInt = AT_FDCWD, last: Set<String> = [], depth: Int = 24
) {
  empty(name, in: parent, forbidding: 0o077, last: last, depth)
  unlinkat(parent, name, AT_REMOVEDIR)
}

/// Folders below a private one are out of reach of other users, whatever their mode.
private func empty(
  _ name: String, in parent: CInt, forbidding bits: mode_t, last: Set<String>, _ depth: Int
) {
  guard depth > 0, let folder = OwnDirectory(name, in: parent, forbidding: bits) else { return }
  let names = folder.names
  for name in names where !last.contains(name) && unlinkat(folder.descriptor, name, 0) != 0 {
    // The error for a folder, by POSIX and by Linux.
    guard errno == EPERM || errno == EISDIR else { continue }
    empty(name, in: folder.descriptor, forbidding: 0, last: [], depth - 1)
    unlinkat(folder.descriptor, name, AT_REMOVEDIR)
  }
  guard !last.isDisjoint(with: names), folder.names.allSatisfy(last.contains) else { return }
  for name in last { unlinkat(folder.descriptor, name, 0) }
}
