import AWSClient
import AWSConfig
package import Foundation
package import Secrets
import Services
import Text

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

// As the AWS CLI writes a token into a file of its cache.
extension SSOToken {
  /// The token in a file of a login; nil where it, or a time that it ends at, is missing.
  init?(_ json: JSONValue, of login: SSOLogin) {
    self.init(json, startURL: login.startURL, region: login.region)
  }

  /// The token in a file of whatever login.
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
  /// The text under a name, as a secret; nil where there is none, or an empty one.
  func secret(_ name: String) -> Secret? {
    self[name]?.text.flatMap { $0.isEmpty ? nil : Secret($0) }
  }
}

extension SSOToken {
  /// What a renewal gave: its refresh token is the only one there is now, even where it is none (botocore).
  func renewed(by given: OIDCToken, at now: Date) -> SSOToken {
    var token = self
    token.accessToken = given.accessToken
    token.expiresAt = now + TimeInterval(given.expiresIn)
    token.refreshToken = given.refreshToken
    return token
  }
}

extension ServiceError {
  /// True where a token will not be renewed, however often it is asked for.
  var endsRenewal: Bool {
    switch (self, oauthReason) {
    case (_, .expired), (_, .invalidClient), (_, .invalidGrant), (_, .accessDenied): true
    case (.refused(let refusal, _), nil): refusal.code == "InvalidRequestException"
    default: false
    }
  }
}
