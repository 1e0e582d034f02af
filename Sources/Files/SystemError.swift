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

/// Writes all bytes; gives the error number where it cannot.
@discardableResult
package func writeWhole(_ bytes: [UInt8], to file: Int32) -> Int32? {
  var rest = bytes[...]
  while !rest.isEmpty {
    let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    if written < 0 && errno == EINTR { continue }
    guard written > 0 else { return errno }
    rest = rest.dropFirst(written)
  }
  return nil
}
