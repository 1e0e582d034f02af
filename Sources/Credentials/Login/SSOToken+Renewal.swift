import Foundation
import STS

extension SSOToken {
  /// What a renewal gave: its refresh token is the only one there is now, even where it is none (botocore).
  func renewed(by given: OIDCToken, at now: Date) -> SSOToken {
    var token = self
    token.accessToken = given.accessToken
    token.expiresAt = now + TimeInterval(given.expiresIn)
    token.refreshToken = given.refreshToken
    return token
  }
}

extension ServiceError {
  /// True where a token will not be renewed, however often it is asked for.
  var endsRenewal: Bool {
    switch (self, oauthReason) {
    case (_, .expired), (_, .invalidClient), (_, .invalidGrant), (_, .accessDenied): true
    case (.refused(let refusal, _), nil): refusal.code == "InvalidRequestException"
    default: false
    }
  }
}
