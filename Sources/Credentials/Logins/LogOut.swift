package import AWSClient
package import AWSConfig
import Files
import Services
import Text

/// How much a logout removed, and its problems.
package struct LogoutResult: Sendable, Hashable {
  package var tokens = 0
  /// Role credentials in the AWS CLI's cache.
  package var roles = 0
  /// Our cached sessions.
  package var sessions = 0
  /// Sentences about files that are still on this machine, and tokens that are still valid for AWS.
  package var problems: [String] = []

  package init(tokens: Int = 0, roles: Int = 0, sessions: Int = 0, problems: [String] = []) {
    self.tokens = tokens
    self.roles = roles
    self.sessions = sessions
    self.problems = problems
  }
}

/// Ends logins to Identity Center; with `andOthers` all logins with cached tokens, as `aws sso
/// logout` does.
///
/// The caches are removed first. A file that cannot be removed, or a logout that AWS does not
/// accept, is among the problems. Registered clients stay. `portal` gives the portal of a region.
/// Throws `CancellationError`.
package func logOut(
  _ logins: [SSOLogin], andOthers: Bool, attempts: Int, dependencies: CredentialDependencies,
  portal: (_ region: String) throws -> Endpoint
) async throws -> LogoutResult {
  var done = LogoutResult()
  var tokens: [SSOToken] = []
  var files = Set(logins.map(\.tokenFile))
  if andOthers { files.formUnion(done.noting(dependencies.tokens.tokenFiles())) }
  for file in files.sorted() {
    do throws(FileReadError) {
      if let token = try dependencies.tokens.token(in: file) { tokens.append(token) }
    } catch {
      done.note("\(error)")
    }
    if try await dependencies.removeToken(file, &done) { done.tokens += 1 }
  }
  done.roles = done.noting(dependencies.roles.removeSSO())
  // Not by name if all end: the files that name them may be unreadable, or changed since.
  let names: [String?] = andOthers ? [nil] : Set(logins.map(\.name)).sorted()
  for name in names { done.sessions += done.noting(dependencies.sessions.forgetAll(login: name)) }
  for token in tokens where token.expiresAt > dependencies.timing.now() {
    try await dependencies.endLogin(portal, ofLogout: token, attempts: attempts, &done)
  }
  return done
}

extension LogoutResult {
  /// The value of a partial result, after its problems are noted.
  fileprivate mutating func noting<Value>(_ part: PartialResult<Value>) -> Value {
    for problem in part.problems { note(problem) }
    return part.value
  }

  fileprivate mutating func note(_ problem: String) {
    if !problems.contains(problem) { problems.append(problem) }
  }
}

extension CredentialDependencies {
  /// Removes a token; true if it existed.
  ///
  /// Waits for a renewal, which would write the token again.
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
    } catch let error as ServiceError where error.meansLoginEnded {
      return
    } catch {
      done.note("AWS did not get the logout from \(forDisplay(token.startURL)): \(error)")
    }
  }
}
