import Files
import AWSClient
package import AWSConfig
import Foundation
package import Secrets
import Services
import Text

/// The token of a login as a profile uses it: cached, and renewed where it can be, as botocore does both.
struct SSOTokenProvider {
  let login: SSOLogin
  let profile: String
  let services: ServiceEndpoints
  let outside: CredentialDependencies

  private var now: Date { outside.timing.now() }
}

extension SSOTokenProvider {
  /// A token to ask with, and whether this very call has renewed it.
  typealias Usable = (token: SSOToken, isNew: Bool)

  /// A token that has not ended; throws `LoginNeededError` where there is none, and why it could not be renewed.
  func current() async throws -> Usable {
    let token = try cached()
    guard wantsRenewal(token) else { return (try unexpired(token), false) }
    do {
      return try await renewed(TimeBudget(lasts: token.expiresAt > now)) { !wantsRenewal($0) }
    } catch is CancellationError {
      throw CancellationError()
    } catch  where token.expiresAt > now {
      // What is left of it serves, whatever kept it from being renewed.
      return (token, false)
    }
  }

  /// A token in the place of one that the portal does not take, though it had not ended.
  func replacement(than refused: SSOToken) async throws -> SSOToken {
    try await renewed(.long) { $0.accessToken != refused.accessToken }.token
  }

  /// What to say of a token that the portal does not take.
  func refused(_ token: SSOToken) -> LoginNeededError {
    needed("AWS does not accept the login to '\(forDisplay(login.name))' any more.", token)
  }

  /// What is cached, if `isGood`, once no other process renews it; else its successor.
  private func renewed(
    _ patience: TimeBudget, unless isGood: (SSOToken) -> Bool
  ) async throws -> Usable {
    try await outside.locks.holdToken(of: login, outside.timing, patience) {
      let token = try cached()
      if isGood(token) { return (try unexpired(token), false) }
      return (try await successor(of: token, patience), true)
    }
  }

  private func successor(of token: SSOToken, _ patience: TimeBudget) async throws -> SSOToken {
    guard let question = renewal(of: token) else {
      throw token.expiresAt > now ? refused(token) : ended(token)
    }
    do {
      let oidc = services.client(
        try services.oidc ?? .oidc(region: login.region), outside, patience)
      return kept(token.renewed(by: try await oidc.call(question), at: now))
    } catch let problem as ServiceError where problem.endsRenewal {
      throw needed(
        "The login to '\(forDisplay(login.name))' could not be renewed: \(problem)", token)
    }
  }

  /// Written back before it is used: the refresh token that it came by is spent.
  private func kept(_ token: SSOToken) -> SSOToken {
    do throws(FileWriteError) { try outside.tokens.renew(token, of: login) } catch {
      outside.say("\(error) The login to \(forDisplay(login.name)) cannot be renewed again.")
    }
    return token
  }

  private func wantsRenewal(_ token: SSOToken) -> Bool {
    !token.isFresh(at: now) && renewal(of: token) != nil
  }

  /// Nil for a login of the older kind, too, which is never renewed.
  private func renewal(of token: SSOToken) -> CreateToken? {
    login.session == nil ? nil : token.renewal(at: now)
  }
}

extension SSOTokenProvider {
  private func cached() throws -> SSOToken {
    guard let token = try outside.tokens.token(of: login) else {
      throw needed("Not logged in to '\(forDisplay(login.name))'.", nil)
    }
    return token
  }

  /// Usable to the last second.
  private func unexpired(_ token: SSOToken) throws(LoginNeededError) -> SSOToken {
    guard token.expiresAt > now else { throw ended(token) }
    return token
  }

  private func ended(_ token: SSOToken) -> LoginNeededError {
    needed(
      "The login to '\(forDisplay(login.name))' ended at \(iso8601(token.expiresAt)).", token)
  }

  private func needed(_ why: String, _ token: SSOToken?) -> LoginNeededError {
    LoginNeededError(login: login, profile: profile, why: why, token: token?.accessToken)
  }
}

/// The keys of a role, which the portal of Identity Center gives for the token of a login.
///
/// A token that the portal does not take is renewed, unless it just was. Throws `LoginNeededError` where only a new login
/// helps, STS's `ServiceError`, `EndpointError`, `CredentialError`, `CancellationError`.
package func roleCredentials(
  _ source: SSOSource, _ services: ServiceEndpoints, _ outside: CredentialDependencies
) async throws -> AWSCredentials {
  let tokens = SSOTokenProvider(
    login: source.login, profile: source.profile, services: services, outside: outside)
  var portal = services.client(
    try services.sso ?? .sso(region: source.login.region), outside)
  portal.tell = outside.telling(of: source.roleName, in: source.accountID)
  let (token, isNew) = try await tokens.current()
  do {
    return try await portal.call(source.request(token))
  } catch let problem as ServiceError where problem.meansLoginEnded {
    guard !isNew else { throw tokens.refused(token) }
    let other = try await tokens.replacement(than: token)
    do {
      return try await portal.call(source.request(other))
    } catch let problem as ServiceError where problem.meansLoginEnded {
      throw tokens.refused(other)
    }
  }
}

extension SSOSource {
  fileprivate func request(_ token: SSOToken) -> GetRoleCredentials {
    GetRoleCredentials(accountID: accountID, roleName: roleName, accessToken: token.accessToken)
  }
}
