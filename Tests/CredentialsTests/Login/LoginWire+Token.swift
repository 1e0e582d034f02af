import AWSClient
import AWSConfig
import Credentials
import Foundation
import Secrets

extension LoginWire {
  /// Puts the token OLD into the cache, with minutes left of it and of its client.
  func keep(
    minutes: Double, renewable: Bool = true, registration: Double = 9999,
    of login: SSOLogin = LoginWire.corp
  ) throws {
    var token = SSOToken(
      accessToken: Secret("OLD"), expiresAt: LoginWire.now + minutes * 60,
      startURL: login.startURL, region: login.region, clientID: "cid", clientSecret: Secret("cs"),
      registrationExpiresAt: LoginWire.now + registration * 60)
    if renewable { token.refreshToken = Secret("rt") }
    try tokens.keep(token, of: login)
  }

  /// The tokens that the portal was shown, in order.
  var bearers: [String] {
    asked.compactMap { request in
      request.headers.first { $0.name == "x-amz-sso_bearer_token" }?.value
    }
  }
}
