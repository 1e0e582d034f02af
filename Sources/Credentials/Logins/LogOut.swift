package import AWSClient
package import AWSConfig
import Files
import Services
import Text

/// How much a logout removed, and what it could not.
package struct LogoutResult: Sendable, Hashable {
  package var tokens = 0
  /// Role credentials in the AWS CLI's cache.
  package var roles = 0
  /// Sessions of our own.
  package var sessions = 0
  /// Sentences about what is still there, on this machine or for AWS.
  package var problems: [String] = []

  package init(tokens: Int = 0, roles: Int = 0, sessions: Int = 0, problems: [String] = []) {
    self.tokens = tokens
    self.roles = roles
    self.sessions = sessions
    self.problems = problems
  }
}

/// Ends logins to Identity Center, and all else whose tokens are cached where `andOthers`, as `aws sso logout` does.
///
/// What is cached goes first; what cannot be removed, or AWS not be told of, is among the problems. Registered clients
/// stay. `portal` gives the portal of a region. Throws `CancellationError`.
package func logOut(
  _ logins: [SSOLogin], andOthers: Bool, attempts: Int, outside: CredentialDependencies,
  portal: (_ region: String) throws -> Endpoint
) async throws -> LogoutResult {
  var done = LogoutResult()
  var tokens: [SSOToken] = []
  var files = Set(logins.map(\.tokenFile))
  if andOthers { files.formUnion(done.noting(outside.tokens.tokenFiles())) }
  for file in files.sorted() {
    do throws(FileReadError) {
      if let token = try outside.tokens.token(in: file) { tokens.append(token) }
    } catch {
      done.note("\(error)")
    }
    if try await outside.removeToken(file, &done) { done.tokens += 1 }
  }
  done.roles = done.noting(outside.roles.removeSSO())
  // Not by name where all end: the files that name them may be unreadable, or changed since.
  let names: [String?] = andOthers ? [nil] : Set(logins.map(\.name)).sorted()
  for name in names { done.sessions += done.noting(outside.sessions.forgetAll(login: name)) }
  for token in tokens where token.expiresAt > outside.timing.now() {
    try await outside.endLogin(portal, ofLogout: token, attempts: attempts, &done)
  }
  return done
}

extension LogoutResult {
  /// What was found or done, once what could not be is noted.
  fileprivate mutating func noting<Value>(_ part: PartialResult<Value>) -> Value {
    for problem in part.problems { note(problem) }
    return part.value
  }

  fileprivate mutating func note(_ problem: String) {
    if !problems.contains(problem) { problems.append(problem) }
  }
}

extension CredentialDependencies {
  /// Not while it is renewed, which would put it back; true where it was there.
  fileprivate func removeToken(_ file: String, _ done: inout LogoutResult) async throws -> Bool {
    let lock: FileLock?
    do {
      lock = try await locks.takeToken("", file, timing)
    } catch is CredentialError {
      lock = nil
    }
    defer { lock?.release() }
    do throws(FileRemovalError) { return try tokens.remove(file) } catch {
      done.note("\(error)")
      return false
    }
  }

  fileprivate func endLogin(
    _ portal: (_ region: String) throws -> Endpoint, ofLogout token: SSOToken, attempts: Int,
    _ done: inout LogoutResult
  ) async throws {
    do {
      let client = APIClient(
        endpoint: try portal(token.region), retries: RetryPolicy(attempts: attempts, seconds: 15),
        timing: timing, send: send)
      try await client.call(Logout(accessToken: token.accessToken))
    } catch is CancellationError {
      throw CancellationError()
    } catch let problem as ServiceError where problem.meansLoginEnded {
      return
    } catch {
      done.note("AWS was not told of the logout from \(forDisplay(token.startURL)): \(error)")
    }
  }
}
