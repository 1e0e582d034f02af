package import AWSConfig
package import Files
package import Foundation
import Glibc
import Secrets
package import Services
import Text

/// The AWS CLI's cache of Identity Center tokens and client registrations, `~/.aws/sso/cache`, a file each.
package struct TokenCache: Sendable {
  let folder: String

  package init(folder: String) {
    self.folder = folder
  }
}

extension TokenCache {
  /// The token of a login, ended or not; nil where there is none, or it is damaged; throws where it cannot be read.
  package func token(of login: SSOLogin) throws(FileReadError) -> SSOToken? {
    try json(login.tokenFile).flatMap { SSOToken($0, of: login) }
  }

  /// Puts the token of a new login in the place of what was there; throws `FileWriteError`.
  package func keep(_ token: SSOToken, of login: SSOLogin) throws(FileWriteError) {
    try write(token.members, to: login.tokenFile)
  }

  /// Puts a renewed token in its place, with whatever else others wrote beside the old one; throws `FileWriteError`.
  package func renew(_ token: SSOToken, of login: SSOLogin) throws(FileWriteError) {
    var members: [String: JSONValue] = [:]
    if case .object(let found)? = try? json(login.tokenFile) { members = found }
    // A reply without a refresh token ends what could be renewed, as in botocore.
    members["refreshToken"] = nil
    try write(members.merging(token.members) { $1 }, to: login.tokenFile)
  }

  /// What a file holds; nil where there is none, or it is no JSON; throws where it cannot be read.
  func json(_ name: String) throws(FileReadError) -> JSONValue? {
    try readWholeIfThere(folder + "/" + name, limit: 1 << 20).flatMap { JSONValue($0) }
  }

  func write(_ members: [String: JSONValue], to name: String) throws(FileWriteError) {
    try writePrivately(
      Array(pythonJSON(.object(members), spaced: true).utf8), to: folder + "/" + name)
  }
}

extension TokenCache {
  /// The names of all files that hold a token; of whose login it is, a name does not say.
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

  /// The token in a file, whosoever's it is; throws where it cannot be read.
  func token(in file: String) throws(FileReadError) -> SSOToken? {
    try json(file).flatMap { SSOToken($0) }
  }

  /// True where it was there; throws where it still is.
  package func remove(_ file: String) throws(FileRemovalError) -> Bool {
    try removeFile(folder + "/" + file)
  }
}

extension TokenCache {
  /// True for a session whose login still has a token, be it a newer one, and for a session that came of no login.
  ///
  /// `aws sso logout` removes the token, and so ends the use of our sessions.
  package func hasLogin(of session: Session) -> Bool {
    hasToken(ofLogin: session.login)
  }

  /// The same for a login by its sso-session or start URL.
  func hasToken(ofLogin login: String?) -> Bool {
    login.map { (try? token(in: sha1($0) + ".json")) != nil } ?? true
  }

  /// True where a login, known by its sso-session or start URL, has a token that has not ended or can be renewed.
  package func isLoggedIn(_ login: String, at now: Date) -> Bool {
    guard let token = try? token(in: sha1(login) + ".json") else { return false }
    return token.expiresAt > now || token.refreshToken != nil
  }
}

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

extension SSOLogin {
  /// The name of the file with the token, as the AWS CLI has it: what is digested is not changed in any way.
  package var tokenFile: String { sha1(name) + ".json" }

  /// The name of the file with the client, as the AWS CLI has it, which calls the tool "botocore".
  package var registrationFile: String {
    let key: [String: JSONValue] = [
      "tool": .string("botocore"), "startUrl": .string(startURL), "region": .string(region),
      "scopes": scopes.map { .array($0.map(JSONValue.string)) } ?? .null,
      "session_name": session.map(JSONValue.string) ?? .null,
    ]
    return sha1(pythonJSON(.object(key), spaced: true)) + ".json"
  }

  /// What the login is known by: the sso-session's name, else the start URL.
  package var name: String { session ?? startURL }

  /// What a client is registered for: for a browser AWS wants some scope, and the AWS CLI asks for this one.
  func scopes(for way: LoginMethod) -> [String]? {
    let scopes = scopes.flatMap { $0.isEmpty ? nil : $0 }
    return way == .browser ? scopes ?? ["sso:account:access"] : scopes
  }
}
