package import Secrets

/// The token of a login to Identity Center.
package struct OIDCToken: Sendable, Hashable {
  package let accessToken: Secret
  /// In seconds, from now.
  package let expiresIn: Int
  /// What the next token is asked for with; a new one each time, where there is one at all.
  package let refreshToken: Secret?

  package init(accessToken: Secret, expiresIn: Int, refreshToken: Secret?) {
    self.accessToken = accessToken
    self.expiresIn = expiresIn
    self.refreshToken = refreshToken
  }
}
