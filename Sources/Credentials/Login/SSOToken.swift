import AWSConfig
package import Foundation
import STS
package import Secrets

/// The token of a login to Identity Center, with the client that it was obtained by.
package struct SSOToken: Sendable, Hashable {
  package var accessToken: Secret
  package var expiresAt: Date
  package var startURL: String
  package var region: String
  package var clientID: String?
  package var clientSecret: Secret?
  package var registrationExpiresAt: Date?
  package var refreshToken: Secret?

  package init(
    accessToken: Secret, expiresAt: Date, startURL: String, region: String, clientID: String? = nil,
    clientSecret: Secret? = nil, registrationExpiresAt: Date? = nil, refreshToken: Secret? = nil
  ) {
    self.accessToken = accessToken
    self.expiresAt = expiresAt
    self.startURL = startURL
    self.region = region
    self.clientID = clientID
    self.clientSecret = clientSecret
    self.registrationExpiresAt = registrationExpiresAt
    self.refreshToken = refreshToken
  }
}

extension SSOToken {
  /// What AWS just gave a client, in a region.
  init(
    _ given: OIDCToken, to client: ClientRegistration, of login: SSOLogin, in region: String,
    at now: Date
  ) {
    self.init(
      accessToken: given.accessToken, expiresAt: now + TimeInterval(given.expiresIn),
      startURL: login.startURL, region: region, clientID: client.clientID,
      clientSecret: client.clientSecret, registrationExpiresAt: client.expiresAt,
      refreshToken: given.refreshToken)
  }

  /// How long before its end a token is renewed, in seconds, as in botocore.
  static let renewalWindow: TimeInterval = 15 * 60

  /// True where it will last for a while.
  func isFresh(at now: Date) -> Bool {
    expiresAt.timeIntervalSince(now) >= Self.renewalWindow
  }

  /// What it can be renewed with; nil where something is missing, or its client has ended.
  func renewal(at now: Date) -> CreateToken? {
    guard let clientID, let clientSecret, let refreshToken, let registrationExpiresAt,
      registrationExpiresAt > now
    else { return nil }
    return CreateToken(
      clientID: clientID, clientSecret: clientSecret, grant: .refreshToken(refreshToken))
  }
}
