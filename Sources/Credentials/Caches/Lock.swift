import Glibc
import Synchronization

/// A lock that is held until it is released, or until nobody has it any more.
package final class Lock: Sendable {
  private let file: Mutex<Int32?>

  init(file: Int32) {
    self.file = Mutex(file)
  }

  /// False once it is released.
  package var isHeld: Bool { file.withLock { $0 != nil } }

  package func release() {
    file.withLock { file in
      guard let held = file else { return }
      // Closing alone would leave it to a child that was just forked, until that becomes another program.
      flock(held, LOCK_UN)
      close(held)
      file = nil
    }
  }

  deinit { release() }
}
