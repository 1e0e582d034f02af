import Canvas
import Files
import Foundation
import Glibc
import Terminal

/// Who read standard output has gone: `| head`.
struct BrokenPipeError: Error {}

/// Writes to standard output; throws `BrokenPipeError`, and a `CommandError` where it cannot be written.
@Sendable func writeOutput(_ bytes: [UInt8]) throws {
  guard let error = writeWhole(bytes, to: STDOUT_FILENO) else { return }
  guard error != EPIPE else { throw BrokenPipeError() }
  throw CommandError.input(
    "Standard output cannot be written: \(String(cString: strerror(error))).")
}

/// How large the window is that standard error leads to.
@Sendable func progressWindow() -> Size {
  windowSize(of: STDERR_FILENO) ?? Size(rows: 24, columns: 80)
}

/// True where two descriptors lead to the same terminal, file or pipe.
func isSameFile(_ one: Int32, _ other: Int32) -> Bool {
  var (first, second) = (stat(), stat())
  return fstat(one, &first) == 0 && fstat(other, &second) == 0 && first.st_dev == second.st_dev
    && first.st_ino == second.st_ino
}

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

/// Gives standard input to `take` in blocks of whole lines, two MiB or a line long; throws a `FileReadError` where it
/// is a terminal or cannot be read.
func standardInputChunks(_ take: ([UInt8]) throws -> Void) throws {
  guard isatty(STDIN_FILENO) == 0 else {
    throw inputError("it is a terminal: send a file or the output of a command there")
  }
  var begun: [UInt8] = []
  while true {
    let count = begun.count
    var block = try readChunk(after: begun)
    guard block.count > count else { break }
    let end = block.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    begun = Array(block[end...])
    guard begun.count <= longestLine else { throw LineTooLongError(limit: longestLine) }
    block.removeSubrange(end...)
    if !block.isEmpty { try take(block) }
  }
  if !begun.isEmpty { try take(begun) }
}

private let blockSize = 2 << 20

/// Longer than any line that a person looks for: 16 MiB.
private let longestLine = 16 << 20

/// A line of standard input that does not end.
struct LineTooLongError: Error, Equatable {
  let limit: Int
}

/// The bytes that are there already, and as many more as make a block, or as there are.
private func readChunk(after begun: [UInt8]) throws -> [UInt8] {
  var failure: FileReadError?
  let block = [UInt8](unsafeUninitializedCapacity: begun.count + blockSize) { buffer, count in
    _ = buffer.update(fromContentsOf: begun)
    count = begun.count
    while let start = buffer.baseAddress, count < buffer.count {
      let got = read(STDIN_FILENO, start + count, buffer.count - count)
      if got < 0 && errno == EINTR { continue }
      if got < 0 { failure = inputError(String(cString: strerror(errno))) }
      guard got > 0 else { break }
      count += got
    }
  }
  if let failure { throw failure }
  return block
}

private func inputError(_ reason: String) -> FileReadError {
  FileReadError(path: "standard input", reason: reason)
}
