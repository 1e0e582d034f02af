import Credentials
import Foundation
import Glibc

/// All bytes of standard input; throws a `FileReadError` where it is a terminal, too large, or not ended in time.
func readStandardInput(limit: Int, seconds: Int) throws(FileReadError) -> [UInt8] {
  guard isatty(STDIN_FILENO) == 0 else {
    throw standardInputError("it is a terminal: send a file or the output of a command there")
  }
  let end = ContinuousClock.now + .seconds(seconds)
  var bytes: [UInt8] = []
  while true {
    let left = ContinuousClock.now.duration(to: end) / .milliseconds(1)
    var entry = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard left > 0, poll(&entry, 1, Int32(left)) > 0 else {
      throw standardInputError("it did not end within \(seconds) s")
    }
    var piece = [UInt8](repeating: 0, count: 65_536)
    let count = read(STDIN_FILENO, &piece, piece.count)
    guard count > 0 else { return bytes }
    bytes += piece.prefix(count)
    guard bytes.count <= limit else {
      throw standardInputError("it is larger than \(limit >> 20) MiB")
    }
  }
}

private func standardInputError(_ reason: String) -> FileReadError {
  FileReadError(path: "standard input", reason: reason)
}
