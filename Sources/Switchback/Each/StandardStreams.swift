import Canvas
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
