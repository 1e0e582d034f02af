import Glibc

/// A refusal of the system's, as `errno` tells it.
package struct SystemError: Error, Sendable, Hashable, CustomStringConvertible {
  package let code: CInt

  package init(code: CInt) {
    self.code = code
  }

  /// The latest one.
  package static var latest: SystemError { SystemError(code: errno) }

  /// For the end of a sentence that names the file.
  package var description: String {
    switch code {
    case ENOSPC: "no space is left on the disk that holds it"
    case EDQUOT: "your quota of the disk that holds it is used up"
    case EROFS: "it is on a read-only file system"
    case ELOOP: "its symbolic links lead in a circle"
    case EWOULDBLOCK: "another process keeps it locked"
    default: String(cString: strerror(code))
    }
  }
}
