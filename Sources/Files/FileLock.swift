import Glibc
import Synchronization

/// A lock that is held until it is released, or until its process has ended.
package final class FileLock: Sendable {
  fileprivate enum State {
    case waiting(file: Int32)
    case held(file: Int32)
    case released
  }

  private let path: String
  private let state: Mutex<State>

  /// A lock that is yet to be had; nil if there can be no file of it.
  package init?(path: String) {
    guard let state = State(path) else { return nil }
    self.path = path
    self.state = Mutex(state)
  }

  /// False once it is released.
  package var isHeld: Bool {
    state.withLock { if case .held = $0 { true } else { false } }
  }

  package func release() {
    state.withLock { state in
      switch state {
      case .waiting(let file): close(file)
      case .held(let file):
        // First, so that who waits for the file sees that it is gone, and none removes another's.
        unlink(path)
        // Closing alone would leave it to a child that was just forked, until that becomes another program.
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
  /// Tries to have it; false while another has it.
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
        // Whoever had it has removed it; others may have made a new one already.
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
