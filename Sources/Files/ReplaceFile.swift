package import Glibc

/// Whose a file is, and who may do what with it.
package struct FileRights: Sendable, Hashable {
  package var mode: mode_t
  /// Nil for whoever writes it.
  package var owner: uid_t?
  package var group: gid_t?

  /// For its owner alone.
  package static let own = FileRights(mode: 0o600)
}

/// Writes a whole file: as a draft beside its place, synced, then put over it, so that half of one is never read.
///
/// The folders above it are made, 0700. A link in its place is replaced, not followed. One that is not `lasting` is
/// not synced: it is not needed after a power cut. Drafts of it that others were killed over are removed.
package func replaceFile(
  _ path: String, with bytes: [UInt8], rights: FileRights = .own, lasting: Bool = true
) throws(SystemError) {
  try draft(besideOf: path, bytes, rights, lasting) { draft throws(SystemError) in
    try draft.replace(path)
  }
}

/// Writes a whole file, unless there is one of that name: false then.
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

/// Writes a draft for a path, without a name if that can be, and has `put` give it its place, which is false if it
/// needs a name for that.
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
    let failure =
      write(bytes, to: file) ?? setRights(file, rights) ?? (lasting ? result(fsync(file)) : nil)
    if let failure { throw failure }
  }
}

private func write(_ bytes: [UInt8], to file: CInt) -> SystemError? {
  var rest = bytes[...]
  while !rest.isEmpty {
    let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    if written < 0 && errno == EINTR { continue }
    guard written >= 0 else { return .latest }
    rest = rest.dropFirst(written)
  }
  return nil
}

private func setRights(_ file: CInt, _ rights: FileRights) -> SystemError? {
  if let owner = rights.owner, let group = rights.group, fchown(file, owner, group) != 0 {
    // Who edits a file of a group of others keeps what of its rights is theirs to give.
    return result(fchmod(file, rights.mode & 0o700))
  }
  return result(fchmod(file, rights.mode))
}

private func result(_ status: CInt) -> SystemError? {
  status == 0 ? nil : .latest
}

/// The rights that a file keeps, or those of a new one; throws if it must not be written.
///
/// What is no regular file, such as `/dev/null`, is never replaced by one.
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

/// Where a path leads in the end, whether a file is there or not.
///
/// A link in a folder that others write to is followed where it is ours or the folder's owner's, as the kernel does
/// (`fs.protected_symlinks`); throws for one of another user.
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

/// Nil for what is no link; a target that is longer than the kernel takes counts as none.
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
