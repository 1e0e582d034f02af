package import Foundation

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
