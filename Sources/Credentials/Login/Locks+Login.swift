import AWSConfig
import STS

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
