package import AWSConfig
package import STS
import Secrets

/// How much a logout removed.
package struct LoggedOut: Sendable, Hashable {
  package var tokens = 0
  /// Role credentials in the AWS CLI's cache.
  package var roles = 0
  /// Sessions of our own.
  package var sessions = 0

  package init(tokens: Int = 0, roles: Int = 0, sessions: Int = 0) {
    self.tokens = tokens
    self.roles = roles
    self.sessions = sessions
  }
}

/// Ends logins to Identity Center, and all else whose tokens are cached where `andOthers`, as `aws sso logout` does.
///
/// What is cached goes first; that AWS could not be told is said, and no failure. Registered clients stay. `portal`
/// gives the portal of a region. Throws `CancellationError`.
package func logOut(
  _ logins: [SSOLogin], andOthers: Bool, attempts: Int, outside: Outside,
  portal: (_ region: String) throws -> Endpoint
) async throws -> LoggedOut {
  var done = LoggedOut()
  var tokens: [SSOToken] = []
  let files = Set(logins.map(\.tokenFile)).union(andOthers ? outside.tokens.tokenFiles() : [])
  for file in files.sorted() {
    if let token = outside.tokens.token(in: file) { tokens.append(token) }
    if try await outside.removeToken(file) { done.tokens += 1 }
  }
  done.roles = outside.roles.removeSSO()
  let names = Set(logins.map(\.name)).union(andOthers ? tokens.map(\.startURL) : [])
  done.sessions = names.map { outside.sessions.forgetAll(login: $0) }.reduce(0, +)
  for token in tokens where token.expiresAt > outside.timing.now() {
    try await outside.tell(portal, ofLogout: token, attempts: attempts)
  }
  return done
}

extension Outside {
  /// Not while it is renewed, which would put it back; true where it was there.
  fileprivate func removeToken(_ file: String) async throws -> Bool {
    let lock: Lock?
    do {
      lock = try await locks.takeToken("", file, timing)
    } catch is CredentialProblem {
      lock = nil
    }
    defer { lock?.release() }
    return tokens.remove(file)
  }

  fileprivate func tell(
    _ portal: (_ region: String) throws -> Endpoint, ofLogout token: SSOToken, attempts: Int
  ) async throws {
    do {
      let client = APIClient(
        endpoint: try portal(token.region), retries: RetryPolicy(attempts: attempts, seconds: 15),
        timing: timing, send: send)
      try await client.call(Logout(accessToken: token.accessToken))
    } catch is CancellationError {
      throw CancellationError()
    } catch let problem as Problem where problem.meansLoginEnded {
      return
    } catch {
      say("AWS was not told of the logout from \(forDisplay(token.startURL)): \(error)")
    }
  }
}
