package import AWSConfig

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
