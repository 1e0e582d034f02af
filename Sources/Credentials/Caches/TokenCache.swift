package import AWSConfig
package import Files
package import Foundation
import Glibc
import Secrets
package import Services
import Text

/// The AWS CLI's cache of Identity Center tokens and client registrations, `~/.aws/sso/cache`, one
/// file each.
package struct TokenCache: Sendable {
  let folder: String

  package init(folder: String) {
    self.folder = folder
  }
}

extension TokenCache {
  /// The token of a login, expired or not; nil if it is missing or damaged.
  ///
  /// Throws if the file cannot be read.
  package func token(of login: SSOLogin) throws(FileReadError) -> SSOToken? {
    try json(login.tokenFile).flatMap { SSOToken($0, of: login) }
  }

  /// Writes the token of a new login over the old one.
  ///
  /// Throws `FileWriteError`.
  package func keep(_ token: SSOToken, of login: SSOLogin) throws(FileWriteError) {
    try write(token.members, to: login.tokenFile)
  }

  /// Writes a renewed token, and keeps what other tools wrote beside the old one.
  ///
  /// Throws `FileWriteError`.
  package func renew(_ token: SSOToken, of login: SSOLogin) throws(FileWriteError) {
    var members: [String: JSONValue] = [:]
    if case .object(let found)? = try? json(login.tokenFile) { members = found }
    // After a response without a refresh token, the token cannot be renewed again, as in botocore.
    members["refreshToken"] = nil
    try write(members.merging(token.members) { $1 }, to: login.tokenFile)
  }

  /// The content of a file; nil if it does not exist or is not JSON.
  ///
  /// Throws if it cannot be read.
  func json(_ name: String) throws(FileReadError) -> JSONValue? {
    try readWholeIfThere(folder + "/" + name, limit: 1 << 20).flatMap { JSONValue($0) }
  }

  func write(_ members: [String: JSONValue], to name: String) throws(FileWriteError) {
    try writePrivately(
      Array(pythonJSON(.object(members), spaced: true).utf8), to: folder + "/" + name)
  }
}

extension TokenCache {
  /// The names of all files that contain a token.
  ///
  /// A name does not show which login it belongs to.
  func tokenFiles() -> PartialResult<[String]> {
    let names = jsonFiles(in: folder)
    var found = PartialResult<[String]>(value: [], problems: names.problems)
    for name in names.value {
      do throws(FileReadError) {
        if try json(name)?["accessToken"] != nil { found.value.append(name) }
      } catch {
        found.problems.append("\(error)")
      }
    }
    return found
  }

  /// The token in a file of any login.
  ///
  /// Throws if it cannot be read.
  func token(in file: String) throws(FileReadError) -> SSOToken? {
    try json(file).flatMap { SSOToken($0) }
  }

  /// Removes a file; false if it did not exist.
  ///
  /// Throws if it still exists.
  package func remove(_ file: String) throws(FileRemovalError) -> Bool {
    try removeFile(folder + "/" + file)
  }
}

extension TokenCache {
  /// True if the session's login still has a token, even a newer one, or if the session has no
  /// login.
  ///
  /// `aws sso logout` removes the token. Then our sessions are not used any more.
  package func hasLogin(of session: Session) -> Bool {
    hasToken(ofLogin: session.login)
  }

  /// The same for a login, named by its sso-session or start URL; true for nil.
  func hasToken(ofLogin login: String?) -> Bool {
    login.map { (try? token(in: sha1($0) + ".json")) != nil } ?? true
  }

  /// True if a login, named by its sso-session or start URL, has a token that has not expired or
  /// can be renewed.
  package func isLoggedIn(_ login: String, at now: Date) -> Bool {
    guard let token = try? token(in: sha1(login) + ".json") else { return false }
    return token.expiresAt > now || token.refreshToken != nil
  }
}

// Both login methods use the same file, which contains the client of the last login, as in the AWS
// CLI.
extension TokenCache {
  /// The registered client of a login method, if it is valid for 15 more minutes, as in the AWS
  /// CLI.
  package func registration(
    of login: SSOLogin, for method: LoginMethod, _ now: Date
  ) -> ClientRegistration? {
    guard let found = try? json(login.registrationFile), let client = ClientRegistration(found),
      client.expiresAt.timeIntervalSince(now) >= leastLeft,
      grants(found).contains(.string("authorization_code")) == (method == .browser)
    else { return nil }
    return client
  }

  /// Writes a client for the next login.
  ///
  /// If that fails, the next login registers a new client.
  package func keep(_ client: ClientRegistration, of login: SSOLogin, for method: LoginMethod) {
    var members: [String: JSONValue] = [
      "clientId": .string(client.clientID),
      "clientSecret": .string(client.clientSecret.revealed),
      "expiresAt": .string(iso8601(client.expiresAt)),
    ]
    members["scopes"] = login.scopes(for: method).map { .array($0.map(JSONValue.string)) }
    members["grantTypes"] = method.grantTypes.map { .array($0.map(JSONValue.string)) }
    try? write(members, to: login.registrationFile)
  }

  package func remove(registrationOf login: SSOLogin) {
    unlink(folder + "/" + login.registrationFile)
  }
}

/// The remaining time that a client registration needs to be used, in seconds.
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

extension SSOLogin {
  /// The name of the token's file, as in the AWS CLI: a digest of the unchanged name.
  package var tokenFile: String { sha1(name) + ".json" }

  /// The name of the client's file, as in the AWS CLI, which calls the tool "botocore".
  package var registrationFile: String {
    let key: [String: JSONValue] = [
      "tool": .string("botocore"), "startUrl": .string(startURL), "region": .string(region),
      "scopes": scopes.map { .array($0.map(JSONValue.string)) } ?? .null,
      "session_name": session.map(JSONValue.string) ?? .null,
    ]
    return sha1(pythonJSON(.object(key), spaced: true)) + ".json"
  }

  /// The name of the login: the sso-session's name, else the start URL.
  package var name: String { session ?? startURL }

  /// The scopes that a client is registered for.
  ///
  /// AWS requires a scope for a login in a browser. The AWS CLI uses this one.
  func scopes(for method: LoginMethod) -> [String]? {
    let scopes = scopes.flatMap { $0.isEmpty ? nil : $0 }
    return method == .browser ? scopes ?? ["sso:account:access"] : scopes
  }
}
