import Files
import Glibc

/// Bytes in the order in which they came: in memory up to a MiB, beyond that in a file that no other program can find.
package final class Spool {
  private var memory: [UInt8] = []
  /// Unlinked as soon as it is made.
  private var file: Int32 = -1
  private let folder: String
  /// Why not all was kept.
  package private(set) var fault: String?

  /// `folder` is where a file is made once one is needed.
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

  /// Gives all of it, in pieces.
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
    if file < 0, fault == nil { open() }
    if fault == nil, let error = writeWhole(memory, to: file) { fail(error) }
    memory.removeAll(keepingCapacity: true)
  }

  private func open() {
    var template = Array((folder + "/switchback-XXXXXX").utf8CString)
    file = mkstemp(&template)
    if file < 0 { return fail(errno) }
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    unlink(template)
  }

  private func fail(_ error: Int32) {
    fault = "\(SystemError(code: error))"
  }
}
