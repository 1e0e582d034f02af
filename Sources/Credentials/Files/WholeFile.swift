import Glibc
import STS

/// Why a file that is there could not be read.
package struct ReadProblem: Error, Sendable, Equatable, CustomStringConvertible {
  package var path: String
  package var reason: String

  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  package var description: String { "\(forDisplay(path, limit: 300)) cannot be read: \(reason)." }
}

/// All bytes of a file, a pipe or a device; throws where it cannot be read or holds more than `limit` bytes.
package func readWhole(_ path: String, limit: Int) throws(ReadProblem) -> [UInt8] {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { throw problem(path) }
  defer { close(file) }
  var status = stat()
  // The size is a first guess: a file in /proc has none, and another may be growing.
  var room = fstat(file, &status) == 0 ? min(max(0, Int(status.st_size)), limit) + 1 : 65_536
  var bytes: [UInt8] = []
  while true {
    let (piece, failed) = readPiece(of: file, upTo: room)
    guard !failed else { throw problem(path) }
    if piece.isEmpty { return bytes }
    if bytes.isEmpty { bytes = piece } else { bytes += piece }
    guard bytes.count <= limit else {
      throw ReadProblem(path: path, reason: "it is larger than \(limit >> 20) MiB")
    }
    room = 65_536
  }
}

/// What one read gives; nothing at the end of the file.
private func readPiece(of file: Int32, upTo room: Int) -> (bytes: [UInt8], failed: Bool) {
  var got = 0
  let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
    repeat { got = read(file, buffer.baseAddress, room) } while got < 0 && errno == EINTR
    count = max(0, got)
  }
  return (bytes, got < 0)
}

private func problem(_ path: String) -> ReadProblem {
  ReadProblem(path: path, reason: String(cString: strerror(errno)))
}
