import Accounts
package import Foundation
import Glibc

extension TokenCache {
  /// The names of all files that hold a token; of whose login it is, a name does not say.
  func tokenFiles() -> [String] {
    jsonFiles(in: folder).filter { json($0)?["accessToken"] != nil }
  }

  /// The token in a file, whosoever's it is.
  func token(in file: String) -> SSOToken? {
    json(file).flatMap(SSOToken.init)
  }

  func remove(_ file: String) -> Bool {
    unlink(folder + "/" + file) == 0
  }
}

/// The names of the files of a cache.
func jsonFiles(in folder: String) -> [String] {
  files(in: folder).filter { $0.hasSuffix(".json") }.sorted()
}

extension TokenCache {
  /// True where a login, known by its sso-session or start URL, has a token that has not ended or can be renewed.
  package func isLoggedIn(_ login: String, at now: Date) -> Bool {
    guard let token = token(in: sha1(login) + ".json") else { return false }
    return token.expiresAt > now || token.refreshToken != nil
  }
}
