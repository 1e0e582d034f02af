package import AWSConfig
import Accounts
package import Foundation
import Glibc
package import STS
import Secrets

// One file holds the client of either way to log in, whichever was last, as in the AWS CLI.
extension TokenCache {
  /// The client that is registered for a way to log in, if a quarter of an hour of it is left, as the AWS CLI wants it.
  package func registration(
    of login: SSOLogin, for way: LoginMethod, _ now: Date
  ) -> ClientRegistration? {
    guard let found = try? json(login.registrationFile), let client = ClientRegistration(found),
      client.expiresAt.timeIntervalSince(now) >= leastLeft,
      grants(found).contains(.string("authorization_code")) == (way == .browser)
    else { return nil }
    return client
  }

  /// Writes a client down for the next login; where that fails, the next login registers anew.
  package func keep(_ client: ClientRegistration, of login: SSOLogin, for way: LoginMethod) {
    var members: [String: JSONValue] = [
      "clientId": .string(client.clientID),
      "clientSecret": .string(client.clientSecret.revealed),
      "expiresAt": .string(iso8601(client.expiresAt)),
    ]
    members["scopes"] = login.scopes(for: way).map { .array($0.map(JSONValue.string)) }
    members["grantTypes"] = way.grantTypes.map { .array($0.map(JSONValue.string)) }
    try? write(members, to: login.registrationFile)
  }

  package func remove(registrationOf login: SSOLogin) {
    unlink(folder + "/" + login.registrationFile)
  }
}

/// In seconds.
private let leastLeft: TimeInterval = 15 * 60

private func grants(_ json: JSONValue) -> [JSONValue] {
  guard case .array(let grants) = json["grantTypes"] else { return [] }
  return grants
}

extension ClientRegistration {
  fileprivate init?(_ json: JSONValue) {
    guard let id = json["clientId"]?.text, !id.isEmpty, let secret = json["clientSecret"]?.text,
      !secret.isEmpty, let end = json["expiresAt"]?.text.flatMap(parseISO8601)
    else { return nil }
    self.init(clientID: id, clientSecret: Secret(secret), expiresAt: end)
  }
}
