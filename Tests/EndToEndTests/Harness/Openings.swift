import Foundation
import Glibc

/// The openings of the files in a folder, from now on, whoever opens them.
final class Openings: Sendable {
  private let file: Int32

  init(in folder: String) throws {
    file = inotify_init1(Int32(IN_CLOEXEC))
    guard file >= 0, inotify_add_watch(file, folder, UInt32(IN_OPEN)) >= 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
  }

  deinit { close(file) }

  /// True once there were so many; false when none comes for 20 s.
  ///
  /// It waits on a thread of its own, since those who open are started by other tasks.
  func reach(_ count: Int) async -> Bool {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(returning: (0..<count).allSatisfy { _ in self.comes() })
      }
    }
  }

  /// Several at once may be read as one, so that more are never counted than there were.
  private func comes() -> Bool {
    var entry = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    var events = [UInt8](repeating: 0, count: 65_536)
    return poll(&entry, 1, 20_000) > 0 && read(file, &events, events.count) > 0
  }
}
