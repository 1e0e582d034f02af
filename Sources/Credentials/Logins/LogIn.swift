import AWSClient
package import AWSConfig
import Files
import Foundation

/// Logs in to Identity Center, and puts the token where the AWS CLI keeps it.
///
/// `open` opens an address in a browser on this machine, and gives false where there is none. One at a time: who
/// waited for another's login is content with its token. With what made the login necessary in `needed`, so is who
/// finds any token but the one that failed. Throws `LoginError`, after the login too where another region than its
/// own is configured, STS's `ServiceError`, `EndpointError`, `CredentialError`, `FileWriteError`, `CancellationError`.
package func logIn(
  _ login: SSOLogin, profile: String?, way: LoginMethod, services: ServiceEndpoints,
  outside: CredentialDependencies,
  since needed: LoginNeededError? = nil, open: @escaping @Sendable (_ url: String) async -> Bool,
  tell: @escaping @Sendable (LoginProgress) -> Void
) async throws {
  let known = try needed == nil ? outside.tokens.token(of: login)?.accessToken : needed?.token
  let lock = try await outside.locks.takeLogin(login, outside.timing) {
    tell(.waitingForAnother)
  }
  defer { lock?.release() }
  try Task.checkCancellation()
  if let token = try outside.tokens.token(of: login), token.accessToken != known,
    token.isFresh(at: outside.timing.now())
  {
    return try check(token, of: login, profile: profile)
  }
  let start = try await StartAddress.resolved(for: login, outside.send)
  let attempt = LoginAttempt(
    login: login, start: start, name: login.session ?? profile,
    oidc: services.client(try services.oidc(for: login, at: start), outside), outside: outside,
    open: open, tell: tell)
  let token = try await attempt.token(way)
  try await outside.locks.holdToken(of: login, outside.timing) {
    try outside.tokens.keep(token, of: login)
  }
  try check(token, of: login, profile: profile)
}

/// Role credentials would be asked for in a region where the token is not known.
private func check(
  _ token: SSOToken, of login: SSOLogin, profile: String?
) throws(LoginError) {
  guard token.region != login.region else { return }
  throw .otherRegion(token.region, login: login.name, session: login.session, profile: profile)
}

extension ServiceEndpoints {
  /// Where a login is asked for; the region that its address names goes before the one that is configured.
  fileprivate func oidc(
    for login: SSOLogin, at start: StartAddress
  ) throws(EndpointError) -> Endpoint {
    let usual = try Endpoint.oidc(region: login.region)
    guard start.region != login.region, oidc ?? usual == usual else { return oidc ?? usual }
    return try Endpoint.oidc(region: start.region)
  }
}

/// How a person proves to Identity Center who they are.
package enum LoginMethod: Sendable, Hashable {
  /// In a browser on this machine, which comes back here by itself (PKCE); with a login of the older kind, which AWS
  /// allows only a code, the browser is opened at the code's page.
  case browser
  /// In any browser, where the person compares a code; none is opened.
  case deviceCode

  /// What a client is registered to do; nil where AWS knows by itself.
  var grantTypes: [String]? {
    self == .browser ? ["authorization_code", "refresh_token"] : nil
  }
}

/// What whoever waits for a login should know; all of it is cleaned.
package enum LoginProgress: Sendable, Hashable {
  /// The code to compare at a page; the complete page has the code in it already.
  case code(userCode: String, page: String, completePage: String?)
  /// A browser was opened at this address, to be opened by hand where it was not.
  case browser(url: String)
  /// Another process is logging in there already.
  case waitingForAnother
}
