import Glibc

/// Removes a private folder of our own with all that is in it: by descriptors, so that a name that is swapped for a
/// link meanwhile leads nowhere.
///
/// What belongs to another user, and what lies deeper than `depth`, stays.
package func removeOwnFolder(_ name: String, in parent: CInt = AT_FDCWD, depth: Int = 24) {
  empty(name, in: parent, forbidding: 0o077, depth)
  unlinkat(parent, name, AT_REMOVEDIR)
}

/// Folders below a private one are out of others' reach, whatever their mode.
private func empty(_ name: String, in parent: CInt, forbidding bits: mode_t, _ depth: Int) {
  guard depth > 0, let folder = OwnDirectory(name, in: parent, forbidding: bits) else { return }
  for name in folder.names where unlinkat(folder.descriptor, name, 0) != 0 {
    // What a folder answers, by POSIX and by Linux.
    guard errno == EPERM || errno == EISDIR else { continue }
    empty(name, in: folder.descriptor, forbidding: 0, depth - 1)
    unlinkat(folder.descriptor, name, AT_REMOVEDIR)
  }
}
