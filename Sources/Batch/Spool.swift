import Files
import Glibc

/// Bytes in the order of their arrival: in memory up to 1 MiB, then in a file that other programs
/// cannot find.
package final class Spool {
  private var memory: [UInt8] = []
  /// The file, which is unlinked as soon as it is created; -1 if there is none.
  private var file: Int32 = -1
  private let folder: String
  /// The error, if some bytes could not be stored.
  package private(set) var error: String?

  /// Creates an empty spool.
  ///
  /// A file is created in `folder` if it is needed.
  package init(folder: String) {
    self.folder = folder
  }

  deinit {
    if file >= 0 { close(file) }
  }

  package var isEmpty: Bool { memory.isEmpty && file < 0 }

  package func append(_ bytes: some Collection<UInt8>) {
    memory.append(contentsOf: bytes)
    if memory.count > Spool.mostInMemory { spill() }
  }

  /// Gives all bytes, in pieces.
  package func forEach(_ take: ([UInt8]) throws -> Void) rethrows {
    if file >= 0 {
      lseek(file, 0, SEEK_SET)
      var piece = [UInt8](repeating: 0, count: 1 << 16)
      while case let count = read(file, &piece, piece.count), count > 0 {
        try take(Array(piece[..<count]))
      }
    }
    if !memory.isEmpty { try take(memory) }
  }

  private static let mostInMemory = 1 << 20

  private func spill() {
    if file < 0, error == nil { open() }
    if error == nil, let code = writeWhole(memory, to: file) { fail(code) }
    memory.removeAll(keepingCapacity: true)
  }

  private func open() {
    var template = Array((folder + "/switchback-XXXXXX").utf8CString)
    file = mkstemp(&template)
    if file < 0 { return fail(errno) }
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    unlink(template)
  }

  private func fail(_ code: Int32) {
    error = "\(SystemError(code: code))"
  }
}
