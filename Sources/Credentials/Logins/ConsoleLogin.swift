import AWSClient
import Files
import Foundation
import Secrets
import Services
import Text

/// The result of `aws login`: credentials that last some minutes, and the token that renews them.
struct ConsoleLogin: Sendable {
  /// The credentials, whose expiration is always known.
  private(set) var keys: AWSCredentials
  private(set) var expiresAt: Date
  let clientID: String
  private(set) var refreshToken: Secret
  let dpopKey: Secret
  /// The whole file, so that its other parts are kept.
  private let file: Secret

  /// Throws if something is missing that the AWS CLI requires, too.
  init(_ json: JSONValue) throws(ConsoleLoginError) {
    let token = json["accessToken"]
    guard let token, let id = token["accessKeyId"]?.text, !id.isEmpty,
      let secret = token.secret("secretAccessKey")
    else { throw .missingKey("accessToken") }
    guard let end = token["expiresAt"]?.text.flatMap(parseISO8601) else {
      throw .missingKey("expiresAt")
    }
    keys = AWSCredentials(
      accessKeyID: id, secretAccessKey: secret, sessionToken: token.secret("sessionToken"),
      expiration: end, accountID: token["accountId"]?.text)
    guard keys.unusablePart == nil else { throw .missingKey("accessToken") }
    expiresAt = end
    clientID = try json.required("clientId")
    refreshToken = Secret(try json.required("refreshToken"))
    dpopKey = Secret(try json.required("dpopKey"))
    file = Secret(pythonJSON(json, spaced: true))
  }
}

extension ConsoleLogin {
  /// How long before its expiration a login is renewed, in seconds, as in botocore.
  static let renewalWindow: TimeInterval = 5 * 60

  func isFresh(at now: Date) -> Bool { expiresAt.timeIntervalSince(now) > Self.renewalWindow }

  var renewal: CreateOAuth2Token {
    CreateOAuth2Token(clientID: clientID, refreshToken: refreshToken, dpopKey: dpopKey)
  }

  /// The login after a renewal.
  ///
  /// AWS does not send the account again, so it is kept.
  func renewed(by response: SignInToken, at now: Date) -> ConsoleLogin {
    var login = self
    login.keys = response.credentials
    login.keys.accountID = response.credentials.accountID ?? keys.accountID
    login.expiresAt = response.credentials.expiration ?? now
    login.refreshToken = response.refreshToken
    return login
  }

  /// The members of the file, as the AWS CLI writes them.
  var members: [String: JSONValue] {
    var members = JSONValue(Array(file.revealed.utf8))?.members ?? [:]
    var token = members["accessToken"]?.members ?? [:]
    token["accessKeyId"] = .string(keys.accessKeyID)
    token["secretAccessKey"] = .string(keys.secretAccessKey.revealed)
    token["sessionToken"] = keys.sessionToken.map { .string($0.revealed) }
    token["expiresAt"] = .string(iso8601(expiresAt))
    members["accessToken"] = .object(token)
    members["refreshToken"] = .string(refreshToken.revealed)
    return members
  }
}

extension JSONValue {
  fileprivate var members: [String: JSONValue] {
    guard case .object(let members) = self else { return [:] }
    return members
  }

  fileprivate func required(_ name: String) throws(ConsoleLoginError) -> String {
    guard let text = self[name]?.text, !text.isEmpty else { throw .missingKey(name) }
    return text
  }
}

/// Why the cached result of `aws login` cannot be used.
enum ConsoleLoginError: Error, Sendable, Equatable {
  case missing
  case unreadable(FileReadError)
  case damaged(String)
  case missingKey(String)
  case notRenewed(ServiceError)
}

extension ConsoleLoginError: CustomStringConvertible {
  var description: String {
    switch self {
    case .missing: "there is no login."
    case .unreadable(let error): "\(error)"
    case .damaged(let path): "\(forDisplay(path, limit: 300)) is not JSON."
    case .missingKey(let key): "its file has no usable \(key)."
    case .notRenewed(let error): "\(error)"
    }
  }
}

/// The AWS CLI's cache of `aws login`, `~/.aws/login/cache`, one file per session.
package struct LoginCache: Sendable {
  let folder: String

  package init(folder: String) {
    self.folder = folder
  }
}

extension LoginCache {
  /// The name of a session's file, as in the AWS CLI.
  package static func file(of session: String) -> String {
    sha256(session.trimmingCharacters(in: .whitespacesAndNewlines)) + ".json"
  }

  /// The login of a session.
  ///
  /// Throws if the AWS CLI could not use it either.
  func login(of session: String) throws(ConsoleLoginError) -> ConsoleLogin {
    let path = path(of: session)
    let bytes: [UInt8]?
    do throws(FileReadError) { bytes = try readWholeIfThere(path, limit: 1 << 20) } catch {
      throw .unreadable(error)
    }
    guard let bytes else { throw .missing }
    guard let json = JSONValue(bytes) else { throw .damaged(path) }
    return try ConsoleLogin(json)
  }

  /// Writes a renewed login over the old one.
  ///
  /// Throws `FileWriteError`.
  func keep(_ login: ConsoleLogin, of session: String) throws(FileWriteError) {
    try writePrivately(
      Array(pythonJSON(.object(login.members), spaced: true).utf8), to: path(of: session))
  }

  private func path(of session: String) -> String { folder + "/" + Self.file(of: session) }
}
