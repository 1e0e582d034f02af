package import AWSClient
import AWSConfig
package import Files
import Foundation

/// Locks between processes, a file each, which die with their holder; a file goes when its lock is released.
package struct Locks: Sendable {
  let folder: String

  package init(folder: String) {
    self.folder = folder
  }
}

extension Locks {
  /// Runs `body` while no other process holds the lock of this name, which a failure's sentence quotes.
  ///
  /// Throws `CredentialError` where it is not to be had for `seconds`, `CancellationError`, and what `body` throws.
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
  ) async throws -> FileLock? {
    makePrivateFolder(folder + "/locks")
    guard let lock = FileLock(path: path(of: variant.isEmpty ? name : variant)) else { return nil }
    guard try await wait(for: lock, seconds: seconds, timing) else {
      throw CredentialError.stillLocked(name, seconds: seconds)
    }
    return lock.isHeld ? lock : nil
  }

  /// The file of a lock, or of what is kept beside the locks.
  func path(of variant: String) -> String { folder + "/locks/" + sha256(variant) }

  /// True once it is had; tries 5 ms later, then ever later up to 50.
  private func wait(for lock: FileLock, seconds: Int, _ timing: Timing) async throws -> Bool {
    // AWS's time may be learnt meanwhile.
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
  /// Runs `body` while no other process changes the token of a login; throws as `take` does, and what `body` throws.
  func holdToken<Value>(
    of login: SSOLogin, _ timing: Timing, _ patience: TimeBudget = .long,
    _ body: () async throws -> Value
  ) async throws -> Value {
    let lock = try await takeToken(login.name, login.tokenFile, timing, patience)
    defer { lock?.release() }
    return try await body()
  }

  /// The lock of whoever changes a file with a token.
  func takeToken(
    _ name: String, _ file: String, _ timing: Timing, _ patience: TimeBudget = .long
  ) async throws -> FileLock? {
    try await take(
      "a new token of the login '\(name)'", variant: "token " + file,
      seconds: patience.lockSeconds, timing)
  }

  /// The lock of whoever logs in; `waiting` is told where another does.
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

/// How long a person has to log in, in seconds: as long as the AWS CLI waits.
let longestLogin = 600
