import CPosix
import Glibc

/// Where a child writes to.
package enum ChildStream: Sendable, Hashable {
  case output, errors
}

/// A pipe that a child writes into as into any other, and that we read from without ever blocking.
final class ChildPipe {
  enum Reading {
    case some, nothing, end
  }

  private(set) var reading: Int32
  private(set) var writing: Int32

  /// Nil where the system gives no more descriptors; `errno` says why.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard switchback_pipe(&ends) == 0 else { return nil }
    (reading, writing) = (ends[0], ends[1])
    _ = fcntl(writing, F_SETFL, 0)
  }

  deinit {
    closeWriting()
    closeReading()
  }

  /// A process that writes to it from now on gets SIGPIPE.
  func closeReading() {
    guard reading >= 0 else { return }
    close(reading)
    reading = -1
  }

  /// The child has its own: ours would keep the pipe from ending.
  func closeWriting() {
    guard writing >= 0 else { return }
    close(writing)
    writing = -1
  }

  /// Gives what is there, as far as the buffer takes it; the end where `take` wants no more.
  func read(
    into buffer: UnsafeMutableRawBufferPointer, _ take: (UnsafeRawBufferPointer) -> Bool
  ) -> Reading {
    let count = Glibc.read(reading, buffer.baseAddress, buffer.count)
    if count > 0 {
      return take(UnsafeRawBufferPointer(rebasing: buffer[..<count])) ? .some : .end
    }
    return count < 0 && (errno == EAGAIN || errno == EINTR) ? .nothing : .end
  }
}
