package import Secrets

/// What console sign-in hands out: keys that last some 15 minutes, and what the next are asked for with.
package struct SignInToken: Sendable, Hashable {
  /// With their end, by our clock; AWS does not say the account again.
  package let credentials: AWSCredentials
  package let refreshToken: Secret

  package init(keys: AWSCredentials, refreshToken: Secret) {
    self.credentials = keys
    self.refreshToken = refreshToken
  }
}
