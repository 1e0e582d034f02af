package import Glibc

/// The owner of a file, and its mode.
package struct FileRights: Sendable, Hashable {
  package var mode: mode_t
  /// Nil for the user who writes it.
  package var owner: uid_t?
  package var group: gid_t?

  /// For its owner only.
  package static let own = FileRights(mode: 0o600)
}

/// Writes a whole file: a draft beside its place, synced, then renamed over it, so that a partial
/// file is never read.
///
/// Missing folders above it are made with mode 0700. A link in its place is replaced, not followed.
/// A file that is not `lasting` is not synced: it need not survive a power failure. Abandoned
/// drafts beside it are removed.
package func replaceFile(
  _ path: String, with bytes: [UInt8], rights: FileRights = .own, lasting: Bool = true
) throws(SystemError) {
  try draft(besideOf: path, bytes, rights, lasting) { draft throws(SystemError) in
    try draft.replace(path)
  }
}

/// Writes a whole file unless one of that name exists; returns false then.
package func createFile(_ path: String, with bytes: [UInt8]) throws(SystemError) -> Bool {
  var isMade = false
  try draft(besideOf: path, bytes, .own, true) { draft throws(SystemError) in
    switch draft.put(unlessThere: path) {
    case nil: isMade = true
    case EEXIST: break
    case let code? where draft.name != nil: throw SystemError(code: code)
    default: return false
    }
    return true
  }
  return isMade
}

/// Writes a draft for a path, without a name if possible, and calls `put` to move it to its place.
///
/// `put` returns false if the draft needs a name for that.
private func draft(
  besideOf path: String, _ bytes: [UInt8], _ rights: FileRights, _ lasting: Bool,
  _ put: (inout Draft) throws(SystemError) -> Bool
) throws(SystemError) {
  let parent = folder(of: path)
  if !parent.isEmpty { try makeFolder(parent) }
  let place = parent.isEmpty ? "." : parent
  sweepDrafts(of: path)
  if var draft = Draft(unnamedIn: place) {
    try draft.fill(bytes, rights, lasting: lasting)
    if try put(&draft) { return }
  }
  var draft = try Draft(namedIn: place)
  try draft.fill(bytes, rights, lasting: lasting)
  _ = try put(&draft)
}

extension Draft {
  fileprivate func fill(
    _ bytes: [UInt8], _ rights: FileRights, lasting: Bool
  ) throws(SystemError) {
    let error =
      writeWhole(bytes, to: file).map(SystemError.init(code:))
      ?? setRights(file, rights) ?? (lasting ? result(fsync(file)) : nil)
    if let error { throw error }
  }
}

private func setRights(_ file: CInt, _ rights: FileRights) -> SystemError? {
  if let owner = rights.owner, let group = rights.group, fchown(file, owner, group) != 0 {
    // A user who edits a file of another's group keeps the rights that this user may give.
    return result(fchmod(file, rights.mode & 0o700))
  }
  return result(fchmod(file, rights.mode))
}

private func result(_ status: CInt) -> SystemError? {
  status == 0 ? nil : .latest
}

/// The rights to write a file with: its own, or those of a new one; throws if it must not be
/// written.
///
/// Anything but a regular file, such as `/dev/null`, is never replaced.
package func rightsToWrite(_ path: String) throws(ReadError) -> FileRights {
  var found = stat()
  guard stat(path, &found) == 0 else {
    guard errno == ENOENT else { throw .system(.latest) }
    return .own
  }
  let kind = FileKind(found)
  guard kind == .file else { throw .notAFile(kind) }
  guard access(path, W_OK) == 0 else { throw .system(.latest) }
  return FileRights(mode: found.st_mode & 0o7777, owner: found.st_uid, group: found.st_gid)
}

/// The final target of a path, whether a file is there or not.
///
/// A link in a folder that others can write to is followed if it belongs to this user or the
/// folder's owner, as the kernel does (`fs.protected_symlinks`); throws for a link of another user.
package func resolveLinks(_ path: String) throws(SystemError) -> String {
  var path = path
  for _ in 0..<40 {
    guard let target = linkTarget(path) else { return path }
    guard isTrustedLink(path) else { throw SystemError(code: EACCES) }
    path =
      target.hasPrefix("/")
      ? target : folder(of: path) + "/" + target
  }
  throw SystemError(code: ELOOP)
}

/// The target of a link; nil for anything else, and for a target longer than the kernel accepts.
private func linkTarget(_ path: String) -> String? {
  var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
  let count = readlink(path, &bytes, bytes.count)
  guard count > 0 else { return nil }
  return String(decoding: bytes.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
}

private func isTrustedLink(_ path: String) -> Bool {
  var (link, parent) = (stat(), stat())
  guard lstat(path, &link) == 0, stat(folder(of: path) + "/", &parent) == 0 else { return false }
  return parent.st_mode & S_IWOTH == 0 || link.st_uid == geteuid() || link.st_uid == parent.st_uid
}
