import Glibc

/// A file that was written anew.
package struct RewrittenFile: Sendable, Hashable {
  /// Where what it held stands; nil if there was no file.
  package let backup: String?
  /// True if others than its owner had rights, which they have no more.
  package let wasOpenToOthers: Bool
  /// Another user, whose file it was and is; nil if it is ours.
  package let owner: UInt32?
}

/// Writes a file that holds secrets anew, whole, for the owner that it has alone, links followed, once what it held
/// stands beside it, for its owner alone too.
///
/// `change` makes the new bytes of what the file holds, nil if there is none, while no other process of Switchback writes
/// it. Throws `RewriteError`, and what `change` throws.
package func rewriteFile(
  _ file: String, backupSuffix: String, _ change: (_ found: [UInt8]?) throws -> [UInt8]
) throws -> RewrittenFile {
  var refusal: (any Error)?
  do {
    let path = try resolveLinks(file.contains("/") ? file : "./" + file)
    try makeFolder(folder(of: path))
    return try withFolderLock(folderOf: path, .exclusive) {
      let found = try readBytesIfThere(path, limit: 64 << 20)
      let bytes: [UInt8]
      do { bytes = try change(found) } catch {
        refusal = error
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
    throw refusal ?? RewriteError.unwritable(file: file, reason: "\(error)")
  }
}

/// The same, where it still holds `earlier`; else throws.
package func rewriteFile(
  _ file: String, from earlier: [UInt8]?, to bytes: [UInt8], backupSuffix: String
) throws -> RewrittenFile {
  try rewriteFile(file, backupSuffix: backupSuffix) { found in
    guard found == earlier else { throw RewriteError.changedMeanwhile(file: file) }
    return bytes
  }
}

/// Why a file was not written anew; it is as it was.
package enum RewriteError: Error, Sendable, Hashable, CustomStringConvertible {
  case changedMeanwhile(file: String)
  case unwritable(file: String, reason: String)

  package var description: String {
    switch self {
    case .changedMeanwhile(let file):
      "\(file) was changed by something else meanwhile, so nothing was written; try again."
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
