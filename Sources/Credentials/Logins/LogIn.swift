import AWSClient
package import AWSConfig
import Files
import Foundation

/// Logs in to Identity Center, and writes the token to the AWS CLI's cache.
///
/// `open` opens an address in a browser on this machine, and gives false if there is no browser.
/// Only one process logs in at a time; a process that waited for another's login uses its token. If
/// `needed` says why the login is necessary, any cached token other than the failed one is used.
///
/// Throws `LoginError`, also after the login if another region is configured than the login's,
/// `ServiceError`, `EndpointError`, `CredentialError`, `FileWriteError`, `CancellationError`.
package func logIn(
  _ login: SSOLogin, profile: String?, method: LoginMethod, services: ServiceEndpoints,
  dependencies: CredentialDependencies,
  since needed: LoginNeededError? = nil, open: @escaping @Sendable (_ url: String) async -> Bool,
  tell: @escaping @Sendable (LoginProgress) -> Void
) async throws {
  let known = try needed == nil ? dependencies.tokens.token(of: login)?.accessToken : needed?.token
  let lock = try await dependencies.locks.takeLogin(login, dependencies.timing) {
    tell(.waitingForAnother)
  }
  defer { lock?.release() }
  try Task.checkCancellation()
  if let token = try dependencies.tokens.token(of: login), token.accessToken != known,
    token.isFresh(at: dependencies.timing.now())
  {
    return try check(token, of: login, profile: profile)
  }
  let start = try await StartAddress.resolved(for: login, dependencies.send)
  let attempt = LoginAttempt(
    login: login, start: start, name: login.session ?? profile,
    oidc: services.client(try services.oidc(for: login, at: start), dependencies),
    dependencies: dependencies,
    open: open, tell: tell)
  let token = try await attempt.token(method)
  try await dependencies.locks.holdToken(of: login, dependencies.timing) {
    try dependencies.tokens.keep(token, of: login)
  }
  try check(token, of: login, profile: profile)
}

/// Throws if the configured region does not know the token: role credentials would be requested
/// there.
private func check(
  _ token: SSOToken, of login: SSOLogin, profile: String?
) throws(LoginError) {
  guard token.region != login.region else { return }
  throw .otherRegion(token.region, login: login.name, session: login.session, profile: profile)
}

extension ServiceEndpoints {
  /// The endpoint for a login.
  ///
  /// The region in its address takes precedence over the configured one.
  fileprivate func oidc(
    for login: SSOLogin, at start: StartAddress
  ) throws(EndpointError) -> Endpoint {
    let usual = try Endpoint.oidc(region: login.region)
    guard start.region != login.region, oidc ?? usual == usual else { return oidc ?? usual }
    return try Endpoint.oidc(region: start.region)
  }
}

/// How a person logs in to Identity Center.
package enum LoginMethod: Sendable, Hashable {
  /// In a browser on this machine, which returns to this process (PKCE).
  ///
  /// AWS allows only a code for a login of the older kind. Then the browser opens the code's page.
  case browser
  /// In any browser, in which the person compares a code. No browser is opened.
  case deviceCode

  /// The grant types that a client is registered for; nil for AWS's default.
  var grantTypes: [String]? {
    self == .browser ? ["authorization_code", "refresh_token"] : nil
  }
}

/// The progress of a login, to show to the user.
///
/// All texts are cleaned.
package enum LoginProgress: Sendable, Hashable {
  /// The code to compare at a page; the complete page has the code in it already.
  case code(userCode: String, page: String, completePage: String?)
  /// A browser was opened at this address. The user can also open it by hand.
  case browser(url: String)
  /// Another process is logging in already.
  case waitingForAnother
}
