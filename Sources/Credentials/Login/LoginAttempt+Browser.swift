import AWSConfig
import Foundation
import STS
import Secrets

extension LoginAttempt {
  /// The token, once the browser has come back here; nil where none can be opened, or nothing can listen here.
  func tokenByBrowser() async throws -> SSOToken? {
    do {
      return try await asClient(for: .browser) { client in
        let state = UUID().uuidString.lowercased()
        return try await CallbackServer.serving(state: state) { server in
          try await token(client, by: server, state)
        }
      }
    } catch is CallbackServerError {
      return nil
    }
  }

  private func token(
    _ client: ClientRegistration, by server: CallbackServer, _ state: String
  ) async throws -> SSOToken? {
    let proof = PKCE.random()
    let url = authorizationURL(
      endpoint: oidc.endpoint, clientID: client.clientID, redirectURI: server.address,
      state: state, challenge: proof.challenge, scopes: login.scopes(for: .browser) ?? [])
    guard await open(url) else { return nil }
    tell(.browser(url: forDisplay(url, limit: longestAddress)))
    let code = try await code(from: server)
    let given = try await oidc.call(
      CreateToken(
        clientID: client.clientID, clientSecret: client.clientSecret,
        grant: .authorizationCode(
          code, redirectURI: server.address, verifier: proof.verifier)))
    return SSOToken(given, to: client, of: login, in: start.region, at: now)
  }

  private func code(from server: CallbackServer) async throws -> Secret {
    switch try await callback(from: server) {
    case .code(let code): code
    case .refused(let error, let description):
      throw LoginError.refusedInBrowser(
        login: login.name, error: error, description: description)
    }
  }

  /// What comes first: the browser, or the end of the time that the person has.
  private func callback(from server: CallbackServer) async throws -> Callback {
    try await withThrowingTaskGroup(of: Callback.self) { group in
      defer { group.cancelAll() }
      group.addTask { try await server.callback() }
      group.addTask { [outside] in
        try await outside.timing.sleep(.seconds(longestLogin))
        throw notApproved()
      }
      guard let first = try await group.next() else { throw CancellationError() }
      return first
    }
  }
}
