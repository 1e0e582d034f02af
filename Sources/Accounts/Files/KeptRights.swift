import Glibc

/// The rights that a file keeps, or those of a new one; throws where it must not be written.
///
/// What is no regular file, such as `/dev/null`, is never replaced by one.
func rightsToWrite(_ path: String) throws(ReadError) -> FileRights {
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
func resolveLinks(_ path: String) throws(SystemError) -> String {
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
