/// What a refusal means to who waits for a login, whichever way AWS put it.
package enum OAuthReason: Sendable, Hashable {
  /// It is not approved yet: ask again after the interval.
  case authorizationPending
  /// The same, but the interval is to grow by 5 seconds.
  case slowDown
  /// It was not approved in time, or what is to be renewed has ended: begin anew.
  case expired
  /// The registration is not known any more: register anew.
  case invalidClient
  /// The code or the refresh token is spent, or of another client.
  case invalidGrant
  case accessDenied
}

extension OAuthReason {
  init?(_ reason: LoginReason) {
    switch reason {
    case .pending: self = .authorizationPending
    case .tooSoon: self = .slowDown
    case .notApprovedInTime, .signInEnded: self = .expired
    case .unknownClient: self = .invalidClient
    case .rejectedGrant: self = .invalidGrant
    case .declined, .passwordChanged, .mayNotSignIn: self = .accessDenied
    case .ended, .notAssigned, .wrongRegion, .wrongScope, .wrongRequest: return nil
    }
  }
}
