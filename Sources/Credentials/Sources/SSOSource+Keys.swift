package import AWSConfig
import STS
package import Secrets

/// The keys of a role, which the portal of Identity Center gives for the token of a login.
///
/// A token that the portal does not take is renewed, unless it just was. Throws `LoginNeeded` where only a new login
/// helps, STS's `Problem`, `EndpointFault`, `CredentialProblem`, `CancellationError`.
package func roleCredentials(
  _ source: SSOSource, _ services: Services, _ outside: Outside
) async throws -> Keys {
  let tokens = SSOTokens(
    login: source.login, profile: source.profile, services: services, outside: outside)
  let portal = services.client(
    try services.sso ?? .sso(region: source.login.region), outside)
  let (token, isNew) = try await tokens.current()
  do {
    return try await portal.call(source.question(token))
  } catch let problem as Problem where problem.meansLoginEnded {
    guard !isNew else { throw tokens.refused(token) }
    let other = try await tokens.other(than: token)
    do {
      return try await portal.call(source.question(other))
    } catch let problem as Problem where problem.meansLoginEnded {
      throw tokens.refused(other)
    }
  }
}

extension SSOSource {
  fileprivate func question(_ token: SSOToken) -> GetRoleCredentials {
    GetRoleCredentials(accountID: accountID, roleName: roleName, accessToken: token.accessToken)
  }
}
