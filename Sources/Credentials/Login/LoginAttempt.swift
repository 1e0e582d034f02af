import AWSConfig
import Foundation
import STS
import Secrets

/// A login on its way, with what it needs to ask a person.
struct LoginAttempt: Sendable {
  let login: SSOLogin
  let start: StartAddress
  /// What `switchback login` takes, where that is known.
  let name: String?
  let oidc: APIClient
  let outside: CredentialDependencies
  let open: @Sendable (_ url: String) async -> Bool
  let tell: @Sendable (LoginProgress) -> Void

  var now: Date { outside.timing.now() }
}

extension LoginAttempt {
  /// The token, by the way wished, or by a code where that cannot be; throws as `logIn` does.
  func token(_ way: LoginMethod) async throws -> SSOToken {
    guard way == .browser else { return try await tokenByCode(opening: false) }
    guard login.session != nil else { return try await tokenByCode(opening: true) }
    if let token = try await tokenByBrowser() { return token }
    return try await tokenByCode(opening: false)
  }

  /// Runs `body` with the registered client, and where AWS does not know it any more, with a new one.
  func asClient<Value>(
    for way: LoginMethod, _ body: (ClientRegistration) async throws -> Value
  ) async throws -> Value {
    if let cached = outside.tokens.registration(of: login, for: way, now) {
      do {
        return try await body(cached)
      } catch let problem as ServiceError where problem.oauthReason == .invalidClient {
        outside.tokens.remove(registrationOf: login)
      }
    }
    return try await body(try await registered(for: way))
  }

  private func registered(for way: LoginMethod) async throws -> ClientRegistration {
    let isBrowser = way == .browser
    let client = try await oidc.call(
      RegisterClient(
        clientName: "switchback-" + (login.session ?? String(Int(now.timeIntervalSince1970))),
        scopes: login.scopes(for: way), grantTypes: way.grantTypes,
        redirectURIs: isBrowser ? ["http://127.0.0.1" + callbackPath] : nil,
        issuerURL: isBrowser ? start.url : nil))
    outside.tokens.keep(client, of: login, for: way)
    return client
  }

  func notApproved() -> LoginError { .notApproved(login: login.name, name: name) }
}
