import Glibc

/// Why a file in a place that others may write to is not taken for our own.
package enum OwnershipError: Error, Sendable, Hashable {
  case system(SystemError)
  case notAFile(FileKind)
  case otherOwner
  /// Others can read or change it.
  case openToOthers
}

extension OwnershipError: CustomStringConvertible {
  /// For the end of a sentence that names the file.
  package var description: String {
    switch self {
    case .system(let fault): fault.description
    case .notAFile(let kind): kind.sentence
    case .otherOwner: "it belongs to another user"
    case .openToOthers: "other users can read or change it"
    }
  }
}

/// What must be so of a file, besides that it is one and ours.
package enum OwnFileRule: Sendable {
  /// No other user can read or change it.
  case isPrivate
  /// It has this name alone, so that it is not written to under another.
  case hasOneName
}

/// Opens a file of our own in a folder that others may write to: no link is followed, and nothing is waited for.
///
/// `flags` say what for; with `O_CREAT` it is made for its owner alone.
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
