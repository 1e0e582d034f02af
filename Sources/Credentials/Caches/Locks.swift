import Foundation
import Glibc
package import STS

/// Locks between processes, a file each, which die with their holder.
package struct Locks: Sendable {
  let folder: String

  package init(folder: String) {
    self.folder = folder
  }
}

extension Locks {
  /// Runs `body` while nobody else holds the lock of this name, which a failure's sentence quotes.
  ///
  /// Throws `CredentialProblem` where it is not to be had for `seconds`, `CancellationError`, and what `body` throws.
  package func hold<Value>(
    _ name: String, seconds: Int = 45, _ timing: Timing, _ body: () async throws -> Value
  ) async throws -> Value {
    let lock = try await take(name, seconds: seconds, timing)
    defer { lock?.release() }
    return try await body()
  }

  /// The lock of a name, and of a variant that no sentence shows; nil where no file can be made to lock.
  ///
  /// Throws as `hold` does.
  package func take(
    _ name: String, variant: String = "", seconds: Int = 45, _ timing: Timing
  ) async throws -> Lock? {
    let path = folder + "/locks/" + sha256(variant.isEmpty ? name : variant)
    makePrivateFolder(folder + "/locks")
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { return nil }
    let lock = Lock(file: file)
    guard try await wait(for: file, seconds: seconds, timing) else {
      throw CredentialProblem.stillLocked(name, seconds: seconds)
    }
    return lock
  }

  /// True once the file is locked; tries 5 ms later, then ever later up to 50.
  private func wait(for file: Int32, seconds: Int, _ timing: Timing) async throws -> Bool {
    let start = timing.now()
    var waited = 0
    var pause = 5
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { return true }
      guard waited < seconds * 1000, timing.now().timeIntervalSince(start) < Double(seconds) else {
        return false
      }
      try await timing.sleep(.milliseconds(pause))
      waited += pause
      pause = min(50, pause * 2)
    }
    return true
  }
}
