package import AWSConfig
import STS
package import Secrets

/// The keys of a role, which the portal of Identity Center gives for the token of a login.
///
/// A token that the portal does not take is renewed, unless it just was. Throws `LoginNeededError` where only a new login
/// helps, STS's `ServiceError`, `EndpointError`, `CredentialError`, `CancellationError`.
package func roleCredentials(
  _ source: SSOSource, _ services: ServiceEndpoints, _ outside: CredentialDependencies
) async throws -> AWSCredentials {
  let tokens = SSOTokenProvider(
    login: source.login, profile: source.profile, services: services, outside: outside)
  let portal = services.client(
    try services.sso ?? .sso(region: source.login.region), outside)
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
