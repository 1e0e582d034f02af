package import Secrets

/// What console sign-in hands out: keys that last some 15 minutes, and what the next are asked for with.
package struct SignInToken: Sendable, Hashable {
  /// With their end, by our clock; AWS does not say the account again.
  package let keys: Keys
  package let refreshToken: Secret

  package init(keys: Keys, refreshToken: Secret) {
    self.keys = keys
    self.refreshToken = refreshToken
  }
}
