import Glibc
import Synchronization

/// A lock held until it is released, or until its process ends.
package final class FileLock: Sendable {
  fileprivate enum State {
    case waiting(file: Int32)
    case held(file: Int32)
    case released
  }

  private let path: String
  private let state: Mutex<State>

  /// A lock not yet acquired; nil if its file cannot be made.
  package init?(path: String) {
    guard let state = State(path) else { return nil }
    self.path = path
    self.state = Mutex(state)
  }

  /// False after it is released.
  package var isHeld: Bool {
    state.withLock { if case .held = $0 { true } else { false } }
  }

  package func release() {
    state.withLock { state in
      switch state {
      case .waiting(let file): close(file)
      case .held(let file):
        // First, so that waiting processes see that the file is gone, and none removes another's.
        unlink(path)
        // Closing alone would leave the lock to a child that was just forked, until its exec.
        flock(file, LOCK_UN)
        close(file)
      case .released: break
      }
      state = .released
    }
  }

  deinit { release() }
}

extension FileLock {
  /// Tries to acquire the lock; false while another process has it.
  package func attempt() -> Bool {
    state.withLock { state in
      while case .waiting(let file) = state {
        guard flock(file, LOCK_EX | LOCK_NB) == 0 || ![EWOULDBLOCK, EINTR].contains(errno) else {
          return false
        }
        guard isRemoved(file) else {
          state = .held(file: file)
          break
        }
        // The previous owner has removed the file; others may have made a new one already.
        close(file)
        state = State(path) ?? .released
      }
      return true
    }
  }
}

extension FileLock.State {
  fileprivate init?(_ path: String) {
    let file = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600)
    guard file >= 0 else { return nil }
    self = .waiting(file: file)
  }
}

private func isRemoved(_ file: Int32) -> Bool {
  var status = stat()
  return fstat(file, &status) == 0 && status.st_nlink == 0
}
