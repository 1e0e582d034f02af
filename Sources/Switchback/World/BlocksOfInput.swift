import Credentials
import Glibc

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
