package import AWSClient
import AWSConfig
package import Files
import Foundation

/// Locks between processes, one file each.
///
/// A lock ends with its process. Its file is removed when the lock is released.
package struct Locks: Sendable {
  let folder: String

  package init(folder: String) {
    self.folder = folder
  }
}

extension Locks {
  /// Runs `body` while no other process holds the lock of this name.
  ///
  /// Error messages quote the name.
  ///
  /// Throws `CredentialError` if the lock is not free within `seconds`, `CancellationError`, and
  /// the errors of `body`.
  package func hold<Value>(
    _ name: String, seconds: Int = 45, _ timing: Timing, _ body: () async throws -> Value
  ) async throws -> Value {
    let lock = try await take(name, seconds: seconds, timing)
    defer { lock?.release() }
    return try await body()
  }

  /// Takes the lock of a name and a variant; nil if no lock file can be created.
  ///
  /// The variant is not shown in messages. Throws the same errors as `hold`.
  package func take(
    _ name: String, variant: String = "", seconds: Int = 45, _ timing: Timing
  ) async throws -> FileLock? {
    makePrivateFolder(folder + "/locks")
    guard let lock = FileLock(path: path(of: variant.isEmpty ? name : variant)) else { return nil }
    guard try await wait(for: lock, seconds: seconds, timing) else {
      throw CredentialError.stillLocked(name, seconds: seconds)
    }
    return lock.isHeld ? lock : nil
  }

  /// The path of a lock's file, or of a file that is kept beside the locks.
  func path(of variant: String) -> String { folder + "/locks/" + sha256(variant) }

  /// True once the lock is taken.
  ///
  /// Tries after 5 ms, then after longer and longer pauses, at most 50 ms.
  private func wait(for lock: FileLock, seconds: Int, _ timing: Timing) async throws -> Bool {
    // Not AWS's clock, which may be corrected while this waits.
    let start = ContinuousClock.now
    var waited = 0
    var pause = 5
    while !lock.attempt() {
      guard waited < seconds * 1000, ContinuousClock.now - start < .seconds(seconds) else {
        return false
      }
      try await timing.sleep(.milliseconds(pause))
      waited += pause
      pause = min(50, pause * 2)
    }
    return true
  }
}

extension Locks {
  /// Runs `body` while no other process changes the token of a login.
  ///
  /// Throws the same errors as `take`, and the errors of `body`.
  func holdToken<Value>(
    of login: SSOLogin, _ timing: Timing, _ budget: TimeBudget = .long,
    _ body: () async throws -> Value
  ) async throws -> Value {
    let lock = try await takeToken(login.name, login.tokenFile, timing, budget)
    defer { lock?.release() }
    return try await body()
  }

  /// Takes the lock for changing a token's file.
  func takeToken(
    _ name: String, _ file: String, _ timing: Timing, _ budget: TimeBudget = .long
  ) async throws -> FileLock? {
    try await take(
      "a new token of the login '\(name)'", variant: "token " + file,
      seconds: budget.lockSeconds, timing)
  }

  /// Takes the lock for a login.
  ///
  /// Calls `waiting` if another process is logging in.
  func takeLogin(
    _ login: SSOLogin, _ timing: Timing, waiting: () -> Void
  ) async throws -> FileLock? {
    let (name, variant) = ("the login to '\(login.name)'", "login " + login.tokenFile)
    do {
      return try await take(name, variant: variant, seconds: 0, timing)
    } catch CredentialError.stillLocked {
      waiting()
      return try await take(name, variant: variant, seconds: longestLogin, timing)
    }
  }
}

/// The time limit for a login, in seconds, as in the AWS CLI.
let longestLogin = 600
