import Glibc

/// An open folder that is ours, known by its descriptor and not by its name.
package struct OwnDirectory: ~Copyable {
  package let descriptor: CInt

  /// Opens it; nil where it is a link, another's, or its mode has one of the bits that are forbidden.
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

  /// To be called last by whoever needs it open, or locked, until then.
  package consuming func release() {}
}

extension OwnDirectory {
  /// The names in it; none where they cannot be read.
  package var names: [String] { namesInFolder(descriptor) }
}

/// The names in an open folder, in no order; none where they cannot be read.
func namesInFolder(_ descriptor: CInt) -> [String] {
  // A description of its own, with a place of its own in the list.
  let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard copy >= 0 else { return [] }
  guard let stream = fdopendir(copy) else {
    close(copy)
    return []
  }
  defer { closedir(stream) }
  return names(in: stream)
}

/// The rest of the names of an open folder.
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

/// Removes a private folder of this user with all that is in it: by descriptors, so that a name that is swapped for a
/// link meanwhile leads nowhere.
///
/// What belongs to another user, and what lies deeper than `depth`, stays. The files named in `last` say whose the
/// folder is: they go only when nothing else is left, so that after a kill the next run still knows the folder.
package func removeOwnFolder(
  _ name: String, in parent: CInt = AT_FDCWD, last: Set<String> = [], depth: Int = 24
) {
  empty(name, in: parent, forbidding: 0o077, last: last, depth)
  unlinkat(parent, name, AT_REMOVEDIR)
}

/// Folders below a private one are out of others' reach, whatever their mode.
private func empty(
  _ name: String, in parent: CInt, forbidding bits: mode_t, last: Set<String>, _ depth: Int
) {
  guard depth > 0, let folder = OwnDirectory(name, in: parent, forbidding: bits) else { return }
  let names = folder.names
  for name in names where !last.contains(name) && unlinkat(folder.descriptor, name, 0) != 0 {
    // What a folder answers, by POSIX and by Linux.
    guard errno == EPERM || errno == EISDIR else { continue }
    empty(name, in: folder.descriptor, forbidding: 0, last: [], depth - 1)
    unlinkat(folder.descriptor, name, AT_REMOVEDIR)
  }
  guard !last.isDisjoint(with: names), folder.names.allSatisfy(last.contains) else { return }
  for name in last { unlinkat(folder.descriptor, name, 0) }
}
