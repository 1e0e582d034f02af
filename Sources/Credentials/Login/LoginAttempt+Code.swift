import STS
import Secrets

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
