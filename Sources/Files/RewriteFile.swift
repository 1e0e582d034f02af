import Glibc

/// The result of rewriting a file.
package struct RewrittenFile: Sendable, Hashable {
  /// The path of the backup; nil if there was no file.
  package let backup: String?
  /// True if other users had rights to the file, which are now removed.
  package let wasOpenToOthers: Bool
  /// The file's owner if that is another user; nil if it is this one.
  package let owner: UInt32?
}

/// Rewrites a file that holds secrets, after its old content is backed up beside it.
///
/// The file keeps its owner, and only the owner can access it or the backup. Links are followed.
/// `change` returns the new bytes for the old ones, nil if there is no file, while no other process
/// of Switchback writes it. Throws `RewriteError`, and the errors of `change`.
package func rewriteFile(
  _ file: String, backupSuffix: String, _ change: (_ found: [UInt8]?) throws -> [UInt8]
) throws -> RewrittenFile {
  var changeError: (any Error)?
  do {
    let path = try resolveLinks(file.contains("/") ? file : "./" + file)
    try makeFolder(folder(of: path))
    return try withFolderLock(folderOf: path, .exclusive) {
      let found = try readBytesIfThere(path, limit: 64 << 20)
      let bytes: [UInt8]
      do { bytes = try change(found) } catch {
        changeError = error
        throw error
      }
      var rights = try rightsToWrite(path)
      let wasOpenToOthers = rights.mode & 0o077 != 0
      rights.mode &= 0o700
      let backup = try found.map { try writeBackup($0, as: path + backupSuffix) }
      try replaceFile(path, with: bytes, rights: rights)
      return RewrittenFile(
        backup: backup, wasOpenToOthers: wasOpenToOthers,
        owner: rights.owner.flatMap { $0 == geteuid() ? nil : $0 })
    }
  } catch {
    throw changeError ?? RewriteError.unwritable(file: file, reason: "\(error)")
  }
}

/// The same, if the file still has the bytes `earlier`; throws otherwise.
package func rewriteFile(
  _ file: String, from earlier: [UInt8]?, to bytes: [UInt8], backupSuffix: String
) throws -> RewrittenFile {
  try rewriteFile(file, backupSuffix: backupSuffix) { found in
    guard found == earlier else { throw RewriteError.changedMeanwhile(file: file) }
    return bytes
  }
}

/// Why a file was not rewritten; it is unchanged.
package enum RewriteError: Error, Sendable, Hashable, CustomStringConvertible {
  case changedMeanwhile(file: String)
  case unwritable(file: String, reason: String)

  package var description: String {
    switch self {
    case .changedMeanwhile(let file):
      "\(file) was changed by another program in the meantime, so nothing was written. Try again."
    case .unwritable(let file, let reason):
      "\(file) could not be written: \(reason)."
    }
  }
}

/// Writes a new file of that name, or of that name with a number: whole, or not at all.
private func writeBackup(_ bytes: [UInt8], as path: String) throws(SystemError) -> String {
  if try createFile(path, with: bytes) { return path }
  for number in 2...1000 {
    let name = path + "-\(number)"
    if try createFile(name, with: bytes) { return name }
  }
  throw SystemError(code: EEXIST)
}
