extension ServiceError {
  /// What the refusal means to who waits for a login; nil for anything else.
  package var oauthReason: OAuthReason? {
    guard case .refused(let refusal, let asked) = self,
      case .login(let reason) = ErrorReason(refusal, asked)
    else { return nil }
    return OAuthReason(reason)
  }

  /// True where the portal does not take the token of the login any more: only a new login helps.
  package var meansLoginEnded: Bool {
    guard case .refused(let refusal, let asked) = self else { return false }
    return ErrorReason(refusal, asked) == .login(.ended)
  }

  /// True where the keys that the request was signed with have ended: new ones of the same source may help.
  package var meansCredentialsExpired: Bool {
    guard case .refused(let refusal, let asked) = self else { return false }
    return ErrorReason(refusal, asked) == .expired
  }
}
