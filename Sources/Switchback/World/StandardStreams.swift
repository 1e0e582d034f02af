import Canvas
import Files
import Foundation
import Glibc
import Terminal

/// The reader of standard output has ended, for example `| head`.
struct BrokenPipeError: Error {}

/// Writes to standard output.
///
/// Throws `BrokenPipeError`, or a `CommandError` if the write fails.
@Sendable func writeOutput(_ bytes: [UInt8]) throws {
  guard let error = writeWhole(bytes, to: STDOUT_FILENO) else { return }
  guard error != EPIPE else { throw BrokenPipeError() }
  throw CommandError.input(
    "Standard output cannot be written: \(String(cString: strerror(error))).")
}

/// The size of the window of standard error; 24 by 80 if it is not a terminal.
@Sendable func progressWindow() -> Size {
  windowSize(of: STDERR_FILENO) ?? Size(rows: 24, columns: 80)
}

/// True if two descriptors lead to the same terminal, file or pipe.
func isSameFile(_ one: Int32, _ other: Int32) -> Bool {
  var (first, second) = (stat(), stat())
  return fstat(one, &first) == 0 && fstat(other, &second) == 0 && first.st_dev == second.st_dev
    && first.st_ino == second.st_ino
}

/// All bytes of standard input.
///
/// Throws a `FileReadError` if it is a terminal, is too large, or does not end in time.
func readStandardInput(limit: Int, seconds: Int) throws(FileReadError) -> [UInt8] {
  guard isatty(STDIN_FILENO) == 0 else {
    throw inputError("it is a terminal; pipe a file or a command's output into it")
  }
  let end = ContinuousClock.now + .seconds(seconds)
  var bytes: [UInt8] = []
  while true {
    let left = ContinuousClock.now.duration(to: end) / .milliseconds(1)
    var entry = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard left > 0, poll(&entry, 1, Int32(left)) > 0 else {
      throw inputError("it did not end within \(seconds) s")
    }
    var piece = [UInt8](repeating: 0, count: 65_536)
    let count = read(STDIN_FILENO, &piece, piece.count)
    guard count > 0 else { return bytes }
    bytes += piece.prefix(count)
    guard bytes.count <= limit else {
      throw inputError("it is larger than \(limit >> 20) MiB")
    }
  }
}

/// Gives standard input to `take` in blocks of whole lines, of 2 MiB or one longer line.
///
/// Throws a `FileReadError` if it is a terminal or cannot be read.
func standardInputChunks(_ take: ([UInt8]) throws -> Void) throws {
  guard isatty(STDIN_FILENO) == 0 else {
    throw inputError("it is a terminal; pipe a file or a command's output into it")
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

/// The longest line, 16 MiB: longer than any line that a person looks for.
private let longestLine = 16 << 20

/// A line of standard input is too long.
struct LineTooLongError: Error, Equatable {
  let limit: Int
}

/// The bytes so far, and the next ones of standard input up to the size of a block.
private func readChunk(after begun: [UInt8]) throws -> [UInt8] {
  var readError: FileReadError?
  let block = [UInt8](unsafeUninitializedCapacity: begun.count + blockSize) { buffer, count in
    _ = buffer.update(fromContentsOf: begun)
    count = begun.count
    while let start = buffer.baseAddress, count < buffer.count {
      let size = read(STDIN_FILENO, start + count, buffer.count - count)
      if size < 0 && errno == EINTR { continue }
      if size < 0 { readError = inputError(String(cString: strerror(errno))) }
      guard size > 0 else { break }
      count += size
    }
  }
  if let readError { throw readError }
  return block
}

private func inputError(_ reason: String) -> FileReadError {
  FileReadError(path: "standard input", reason: reason)
}
