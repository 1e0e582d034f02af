import AWSClient
import AWSConfig
import Foundation
import Secrets
import Services
import Text

/// A login in progress, with the functions that ask the user.
struct LoginAttempt: Sendable {
  let login: SSOLogin
  let start: StartAddress
  /// The argument for `switchback login`, if known.
  let name: String?
  let oidc: APIClient
  let dependencies: CredentialDependencies
  let open: @Sendable (_ url: String) async -> Bool
  let tell: @Sendable (LoginProgress) -> Void

  var now: Date { dependencies.timing.now() }
}

extension LoginAttempt {
  /// The token, by the requested method, or by a code if that is not possible.
  ///
  /// Throws the same errors as `logIn`.
  func token(_ method: LoginMethod) async throws -> SSOToken {
    guard method == .browser else { return try await tokenByCode(opening: false) }
    guard login.session != nil else { return try await tokenByCode(opening: true) }
    if let token = try await tokenByBrowser() { return token }
    return try await tokenByCode(opening: false)
  }

  /// Runs `body` with the registered client, and again with a new client if AWS does not know it
  /// any more.
  func asClient<Value>(
    for method: LoginMethod, _ body: (ClientRegistration) async throws -> Value
  ) async throws -> Value {
    if let cached = dependencies.tokens.registration(of: login, for: method, now) {
      do {
        return try await body(cached)
      } catch let error as ServiceError where error.oauthReason == .invalidClient {
        dependencies.tokens.remove(registrationOf: login)
      }
    }
    return try await body(try await registered(for: method))
  }

  private func registered(for method: LoginMethod) async throws -> ClientRegistration {
    let isBrowser = method == .browser
    let client = try await oidc.call(
      RegisterClient(
        clientName: "switchback-" + (login.session ?? String(Int(now.timeIntervalSince1970))),
        scopes: login.scopes(for: method), grantTypes: method.grantTypes,
        redirectURIs: isBrowser ? ["http://127.0.0.1" + callbackPath] : nil,
        issuerURL: isBrowser ? start.url : nil))
    dependencies.tokens.keep(client, of: login, for: method)
    return client
  }

  func notApproved() -> LoginError { .notApproved(login: login.name, name: name) }
}

extension LoginAttempt {
  /// The token, after the browser has returned; nil if no browser can be opened, or if no port can
  /// be used.
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
    let response = try await oidc.call(
      CreateToken(
        clientID: client.clientID, clientSecret: client.clientSecret,
        grant: .authorizationCode(
          code, redirectURI: server.address, verifier: proof.verifier)))
    return SSOToken(response, to: client, of: login, in: start.region, at: now)
  }

  private func code(from server: CallbackServer) async throws -> Secret {
    switch try await callback(from: server) {
    case .code(let code): code
    case .refused(let error, let description):
      throw LoginError.refusedInBrowser(
        login: login.name, error: error, description: description)
    }
  }

  /// The browser's callback.
  ///
  /// Throws if the time limit of a login is over first.
  private func callback(from server: CallbackServer) async throws -> Callback {
    try await withThrowingTaskGroup(of: Callback.self) { group in
      defer { group.cancelAll() }
      group.addTask { try await server.callback() }
      group.addTask { [dependencies] in
        try await dependencies.timing.sleep(.seconds(longestLogin))
        throw notApproved()
      }
      guard let first = try await group.next() else { throw CancellationError() }
      return first
    }
  }
}

extension LoginAttempt {
  /// The token, after the person has approved the code in any browser.
  func tokenByCode(opening: Bool) async throws -> SSOToken {
    try await asClient(for: .deviceCode) { client in
      let device = try await oidc.call(
        StartDeviceAuthorization(
          clientID: client.clientID, clientSecret: client.clientSecret, startURL: start.url))
      tell(LoginProgress(device))
      if opening { _ = await open(device.verificationURIComplete ?? device.verificationURI) }
      return SSOToken(
        try await approved(device, client), to: client, of: login, in: start.region, at: now)
    }
  }

  /// Polls for the approval: immediately, as in the AWS CLI, then as often as AWS allows.
  private func approved(
    _ device: DeviceAuthorization, _ client: ClientRegistration
  ) async throws -> OIDCToken {
    var interval = max(1, device.interval)
    var waited = 0
    while true {
      do {
        return try await oidc.call(
          CreateToken(
            clientID: client.clientID, clientSecret: client.clientSecret,
            grant: .deviceCode(device.deviceCode)))
      } catch let error as ServiceError {
        interval += try delay(for: error)
      }
      guard waited < device.expiresIn else { throw notApproved() }
      try await dependencies.timing.sleep(.seconds(interval))
      waited += interval
    }
  }

  /// The number of seconds to add to the polling interval.
  ///
  /// Throws the error if it ends the login.
  private func delay(for error: ServiceError) throws -> Int {
    switch error.oauthReason {
    case .authorizationPending: 0
    case .slowDown: 5
    case .expired: throw notApproved()
    case .invalidClient, .invalidGrant, .accessDenied, nil: throw error
    }
  }
}

extension LoginProgress {
  fileprivate init(_ device: DeviceAuthorization) {
    self = .code(
      userCode: forDisplay(device.userCode),
      page: forDisplay(device.verificationURI, limit: longestAddress),
      completePage: device.verificationURIComplete.map { forDisplay($0, limit: longestAddress) })
  }
}

/// The longest address that is shown, in characters.
///
/// A shorter limit would break addresses.
let longestAddress = 4000
