import Credentials
import Foundation
import Glibc

/// All bytes of standard input; throws a `ReadProblem` where it is a terminal, too large, or not ended in time.
func readStandardInput(limit: Int, seconds: Int) throws(ReadProblem) -> [UInt8] {
  guard isatty(STDIN_FILENO) == 0 else {
    throw problem("it is a terminal: send a file or the output of a command there")
  }
  let end = ContinuousClock.now + .seconds(seconds)
  var bytes: [UInt8] = []
  while true {
    let left = ContinuousClock.now.duration(to: end) / .milliseconds(1)
    var entry = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard left > 0, poll(&entry, 1, Int32(left)) > 0 else {
      throw problem("it did not end within \(seconds) s")
    }
    var piece = [UInt8](repeating: 0, count: 65_536)
    let count = read(STDIN_FILENO, &piece, piece.count)
    guard count > 0 else { return bytes }
    bytes += piece.prefix(count)
    guard bytes.count <= limit else { throw problem("it is larger than \(limit >> 20) MiB") }
  }
}

private func problem(_ reason: String) -> ReadProblem {
  ReadProblem(path: "standard input", reason: reason)
}
