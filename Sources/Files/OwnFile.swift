import Glibc

/// Why a file in a place that others may write to is not trusted as this user's own.
package enum OwnershipError: Error, Sendable, Hashable {
  case system(SystemError)
  case notAFile(FileKind)
  case otherOwner
  /// Other users can read or change it.
  case openToOthers
}

extension OwnershipError: CustomStringConvertible {
  /// A clause for the end of a sentence that names the file.
  package var description: String {
    switch self {
    case .system(let error): error.description
    case .notAFile(let kind): kind.sentence
    case .otherOwner: "it belongs to another user"
    case .openToOthers: "other users can read or change it"
    }
  }
}

/// What a trusted file must fulfil, besides being a regular file of this user.
package enum OwnFileRule: Sendable {
  /// No other user can read or change it.
  case isPrivate
  /// It has only this name, so that it is not written to under another.
  case hasOneName
}

/// Opens a file of this user in a folder that others may write to, without following links or
/// waiting.
///
/// `flags` are those of open(2); with `O_CREAT` the file is made with access for its owner only.
package func openOwnFile(
  _ path: String, in folder: CInt = AT_FDCWD, flags: CInt, _ rule: OwnFileRule
) throws(OwnershipError) -> CInt {
  let file = openat(folder, path, flags | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0o600)
  guard file >= 0 else {
    switch errno {
    case ELOOP: throw .notAFile(.link)
    // A socket, or a FIFO that is opened for writing.
    case ENXIO: throw .notAFile((try? FileKind(of: path)) ?? .socket)
    case EISDIR: throw .notAFile(.folder)
    default: throw .system(.latest)
    }
  }
  do throws(OwnershipError) {
    try check(file, rule)
    return file
  } catch {
    close(file)
    throw error
  }
}

private func check(_ file: CInt, _ rule: OwnFileRule) throws(OwnershipError) {
  var found = stat()
  guard fstat(file, &found) == 0 else { throw .system(.latest) }
  let kind = FileKind(found)
  guard kind == .file else { throw .notAFile(kind) }
  guard found.st_uid == geteuid() else { throw .otherOwner }
  switch rule {
  case .isPrivate: guard found.st_mode & 0o077 == 0 else { throw .openToOthers }
  case .hasOneName: guard found.st_nlink <= 1 else { throw .openToOthers }
  }
}
