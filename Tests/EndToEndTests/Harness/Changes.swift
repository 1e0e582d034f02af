import Foundation
import Glibc

/// A FIFO in which bytes mean that something has changed.
final class Changes: Sendable {
  let path: String
  private let file: Int32

  init(at path: String) throws {
    self.path = path
    // Open for writing too, so that it never ends and no writer waits for a reader.
    guard mkfifo(path, 0o600) == 0, case let opened = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC),
      opened >= 0
    else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    file = opened
  }

  deinit { close(file) }

  /// Waits until something changes, and forgets what has; false when `end` comes first.
  func wait(until end: ContinuousClock.Instant) -> Bool {
    let left = ContinuousClock.now.duration(to: end)
    var entry = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    guard left > .zero, poll(&entry, 1, Int32(left / .milliseconds(1)) + 1) > 0 else {
      return false
    }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    while read(file, &bytes, bytes.count) > 0 {}
    return true
  }
}
