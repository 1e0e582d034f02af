import Glibc

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
