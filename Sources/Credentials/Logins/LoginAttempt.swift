import AWSClient
import AWSConfig
import Foundation
import Secrets
import Services
import Text

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

extension LoginAttempt {
  /// The token, once the person has approved the code in whatever browser.
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

  /// Asks whether it is approved: at once, as the AWS CLI does, then as often as AWS allows.
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
      } catch let problem as ServiceError {
        interval += try delay(for: problem)
      }
      guard waited < device.expiresIn else { throw notApproved() }
      try await outside.timing.sleep(.seconds(interval))
      waited += interval
    }
  }

  /// How many seconds longer to wait from now on; throws what is no reason to wait.
  private func delay(for problem: ServiceError) throws -> Int {
    switch problem.oauthReason {
    case .authorizationPending: 0
    case .slowDown: 5
    case .expired: throw notApproved()
    case .invalidClient, .invalidGrant, .accessDenied, nil: throw problem
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

/// An address that is cut leads nowhere; in characters.
let longestAddress = 4000
