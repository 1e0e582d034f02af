package import Secrets

/// What a token of a login is asked for with.
package enum TokenGrant: Sendable, Hashable {
  /// Of a login that waits to be approved, or is.
  case deviceCode(Secret)
  case refreshToken(Secret)
  /// What the browser brought back; good for one use.
  case authorizationCode(Secret, redirectURI: String, verifier: Secret)
}

extension TokenGrant {
  /// The grant without what is secret in it.
  package enum Kind: Sendable, Hashable {
    case deviceCode, refreshToken, authorizationCode
  }

  package var kind: Kind {
    switch self {
    case .deviceCode: .deviceCode
    case .refreshToken: .refreshToken
    case .authorizationCode: .authorizationCode
    }
  }
}
