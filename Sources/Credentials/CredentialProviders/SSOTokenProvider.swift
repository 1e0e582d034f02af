import Files
import AWSClient
package import AWSConfig
import Foundation
package import Secrets
import Services
import Text

/// The token of a login, as a profile uses it: cached, and renewed if possible, as in botocore.
struct SSOTokenProvider {
  let login: SSOLogin
  let profile: String
  let services: ServiceEndpoints
  let dependencies: CredentialDependencies

  private var now: Date { dependencies.timing.now() }
}

extension SSOTokenProvider {
  /// A valid token, and whether this call has renewed it.
  typealias Usable = (token: SSOToken, isNew: Bool)

  /// A token that has not expired.
  ///
  /// Throws `LoginNeededError` if there is none, with the reason why it could not be renewed.
  func current() async throws -> Usable {
    let token = try cached()
    guard wantsRenewal(token) else { return (try unexpired(token), false) }
    do {
      return try await renewed(TimeBudget(lasts: token.expiresAt > now)) { !wantsRenewal($0) }
    } catch is CancellationError {
      throw CancellationError()
    } catch  where token.expiresAt > now {
      // The token is still valid, whatever the renewal's error is.
      return (token, false)
    }
  }

  /// A new token for one that the portal does not accept although it has not expired.
  func replacement(than refused: SSOToken) async throws -> SSOToken {
    try await renewed(.long) { $0.accessToken != refused.accessToken }.token
  }

  /// The error for a token that the portal does not accept.
  func refused(_ token: SSOToken) -> LoginNeededError {
    needed("AWS does not accept the login to '\(forDisplay(login.name))' any more.", token)
  }

  /// The cached token if it `isGood` once no other process renews it, else a renewed token.
  private func renewed(
    _ budget: TimeBudget, unless isGood: (SSOToken) -> Bool
  ) async throws -> Usable {
    try await dependencies.locks.holdToken(of: login, dependencies.timing, budget) {
      let token = try cached()
      if isGood(token) { return (try unexpired(token), false) }
      return (try await successor(of: token, budget), true)
    }
  }

  private func successor(of token: SSOToken, _ budget: TimeBudget) async throws -> SSOToken {
    guard let question = renewal(of: token) else {
      throw token.expiresAt > now ? refused(token) : ended(token)
    }
    do {
      let oidc = services.client(
        try services.oidc ?? .oidc(region: login.region), dependencies, budget)
      return kept(token.renewed(by: try await oidc.call(question), at: now))
    } catch let error as ServiceError where error.endsRenewal {
      throw needed(
        "The login to '\(forDisplay(login.name))' could not be renewed: \(error)", token)
    }
  }

  /// Writes the token to the cache before it is used, because its refresh token does not work
  /// again.
  private func kept(_ token: SSOToken) -> SSOToken {
    do throws(FileWriteError) { try dependencies.tokens.renew(token, of: login) } catch {
      dependencies.say("\(error) The login to \(forDisplay(login.name)) cannot be renewed again.")
    }
    return token
  }

  private func wantsRenewal(_ token: SSOToken) -> Bool {
    !token.isFresh(at: now) && renewal(of: token) != nil
  }

  /// The request that renews the token; nil for a login of the older kind, which is never renewed.
  private func renewal(of token: SSOToken) -> CreateToken? {
    login.session == nil ? nil : token.renewal(at: now)
  }
}

extension SSOTokenProvider {
  private func cached() throws -> SSOToken {
    guard let token = try dependencies.tokens.token(of: login) else {
      throw needed("Not logged in to '\(forDisplay(login.name))'.", nil)
    }
    return token
  }

  /// Throws if the token has expired.
  ///
  /// It can be used to the last second.
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

/// The credentials of a role from Identity Center's portal, for the token of a login.
///
/// A token that the portal does not accept is renewed, unless it has just been. Throws
/// `LoginNeededError` if only a new login helps, `ServiceError`, `EndpointError`,
/// `CredentialError`, `CancellationError`.
package func roleCredentials(
  _ source: SSOSource, _ services: ServiceEndpoints, _ dependencies: CredentialDependencies
) async throws -> AWSCredentials {
  let tokens = SSOTokenProvider(
    login: source.login, profile: source.profile, services: services, dependencies: dependencies)
  var portal = services.client(
    try services.sso ?? .sso(region: source.login.region), dependencies)
  portal.tell = dependencies.telling(of: source.roleName, in: source.accountID)
  let (token, isNew) = try await tokens.current()
  do {
    return try await portal.call(source.request(token))
  } catch let error as ServiceError where error.meansLoginEnded {
    guard !isNew else { throw tokens.refused(token) }
    let other = try await tokens.replacement(than: token)
    do {
      return try await portal.call(source.request(other))
    } catch let error as ServiceError where error.meansLoginEnded {
      throw tokens.refused(other)
    }
  }
}

extension SSOSource {
  fileprivate func request(_ token: SSOToken) -> GetRoleCredentials {
    GetRoleCredentials(accountID: accountID, roleName: roleName, accessToken: token.accessToken)
  }
}
