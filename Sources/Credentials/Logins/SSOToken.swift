import AWSClient
import AWSConfig
package import Foundation
package import Secrets
import Services
import Text

/// The token of a login to Identity Center, with the client that obtained it.
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
  /// The token that AWS has just issued to a client, in a region.
  init(
    _ response: OIDCToken, to client: ClientRegistration, of login: SSOLogin, in region: String,
    at now: Date
  ) {
    self.init(
      accessToken: response.accessToken, expiresAt: now + TimeInterval(response.expiresIn),
      startURL: login.startURL, region: region, clientID: client.clientID,
      clientSecret: client.clientSecret, registrationExpiresAt: client.expiresAt,
      refreshToken: response.refreshToken)
  }

  /// How long before its expiration a token is renewed, in seconds, as in botocore.
  static let renewalWindow: TimeInterval = 15 * 60

  /// True if it will last for a while.
  func isFresh(at now: Date) -> Bool {
    expiresAt.timeIntervalSince(now) >= Self.renewalWindow
  }

  /// The request that renews the token; nil if something is missing, or its client has expired.
  func renewal(at now: Date) -> CreateToken? {
    guard let clientID, let clientSecret, let refreshToken, let registrationExpiresAt,
      registrationExpiresAt > now
    else { return nil }
    return CreateToken(
      clientID: clientID, clientSecret: clientSecret, grant: .refreshToken(refreshToken))
  }
}

// The format of the AWS CLI's token cache.
extension SSOToken {
  /// The token in a login's file; nil if the token or its expiration is missing.
  init?(_ json: JSONValue, of login: SSOLogin) {
    self.init(json, startURL: login.startURL, region: login.region)
  }

  /// The token in the file of any login.
  init?(_ json: JSONValue) {
    self.init(json, startURL: "", region: "")
  }

  private init?(_ json: JSONValue, startURL: String, region: String) {
    guard let token = json.secret("accessToken"),
      let end = json["expiresAt"]?.text.flatMap(parseISO8601)
    else { return nil }
    self.init(
      accessToken: token, expiresAt: end, startURL: json["startUrl"]?.text ?? startURL,
      region: json["region"]?.text ?? region, clientID: json["clientId"]?.text,
      clientSecret: json.secret("clientSecret"),
      registrationExpiresAt: json["registrationExpiresAt"]?.text.flatMap(parseISO8601),
      refreshToken: json.secret("refreshToken"))
  }

  var members: [String: JSONValue] {
    var members: [String: JSONValue] = [
      "startUrl": .string(startURL), "region": .string(region),
      "accessToken": .string(accessToken.revealed), "expiresAt": .string(iso8601(expiresAt)),
    ]
    members["clientId"] = clientID.map(JSONValue.string)
    members["clientSecret"] = clientSecret.map { .string($0.revealed) }
    members["registrationExpiresAt"] = registrationExpiresAt.map { .string(iso8601($0)) }
    members["refreshToken"] = refreshToken.map { .string($0.revealed) }
    return members
  }
}

extension JSONValue {
  /// The text of a member, as a secret; nil if it is missing or empty.
  func secret(_ name: String) -> Secret? {
    self[name]?.text.flatMap { $0.isEmpty ? nil : Secret($0) }
  }
}

extension SSOToken {
  /// The token after a renewal.
  ///
  /// The old refresh token is dropped, even if there is no new one (botocore).
  func renewed(by response: OIDCToken, at now: Date) -> SSOToken {
    var token = self
    token.accessToken = response.accessToken
    token.expiresAt = now + TimeInterval(response.expiresIn)
    token.refreshToken = response.refreshToken
    return token
  }
}

extension ServiceError {
  /// True if a token will not be renewed, however often it is asked for.
  var endsRenewal: Bool {
    switch (self, oauthReason) {
    case (_, .expired), (_, .invalidClient), (_, .invalidGrant), (_, .accessDenied): true
    case (.refused(let response, _), nil): response.code == "InvalidRequestException"
    default: false
    }
  }
}
