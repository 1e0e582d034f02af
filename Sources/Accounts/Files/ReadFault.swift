import Glibc

/// Why a file could not be read.
package enum ReadError: Error, Sendable, Hashable {
  case system(SystemError)
  case notAFile(FileKind)
  /// In bytes.
  case tooLarge(limit: Int)
  case notEnded(seconds: Int)
  /// A FIFO that nothing has opened for writing.
  case notWritten(seconds: Int)

  /// True where there is no file of that name: nothing else means that.
  package var isMissingFile: Bool { self == .system(SystemError(code: ENOENT)) }
}

extension ReadError: CustomStringConvertible {
  /// For the end of a sentence that names the file.
  package var description: String {
    switch self {
    case .system(let fault): fault.description
    case .notAFile(let kind): kind.sentence
    case .tooLarge(let limit):
      limit >= 1 << 20 ? "it is larger than \(limit >> 20) MiB" : "it is larger than \(limit) bytes"
    case .notWritten(let seconds):
      "it is a FIFO, and no program has written to it within \(seconds) s"
    case .notEnded(let seconds): "it did not end within \(seconds) s"
    }
  }
}
