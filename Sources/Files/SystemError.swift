import Glibc

/// An error of a system call, by its `errno`.
package struct SystemError: Error, Sendable, Hashable, CustomStringConvertible {
  package let code: CInt

  package init(code: CInt) {
    self.code = code
  }

  /// The error of the latest system call.
  package static var latest: SystemError { SystemError(code: errno) }

  /// A clause for the end of a sentence that names the file.
  package var description: String {
    switch code {
    case ENOSPC: "no space is left on the disk that holds it"
    case EDQUOT: "your disk quota is exceeded"
    case EROFS: "it is on a read-only file system"
    case ELOOP: "its symbolic links form a loop"
    case EWOULDBLOCK: "another process has it locked"
    default: String(cString: strerror(code))
    }
  }
}

/// Writes all bytes; returns the error number if that fails.
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
