import AWSConfig
import Accounts
import Foundation
import Secrets

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
