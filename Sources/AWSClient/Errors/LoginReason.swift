/// What a refusal of Identity Center or of console sign-in comes down to.
enum LoginReason: Sendable, Hashable {
  /// The token of the login is not good any more.
  case ended
  case notAssigned
  case pending, tooSoon, notApprovedInTime
  case unknownClient, rejectedGrant, declined
  case wrongRegion, wrongScope, wrongRequest
  /// Of console sign-in, which names them itself.
  case signInEnded, passwordChanged, mayNotSignIn
}

extension LoginReason {
  /// Nil for a code that says no more than itself.
  init?(_ refusal: ErrorResponse, _ asked: RequestContext) {
    let known =
      switch asked.service {
      case .portal: Self.portalReason(refusal)
      case .oidc: Self.codes[refusal.code] ?? refusal.oauthError.flatMap { Self.codes[$0] }
      case .signIn:
        refusal.oauthError.flatMap { Self.signInCodes[$0] } ?? Self.signInCodes[refusal.code]
      case .sts, .container, .instance: nil as LoginReason?
      }
    guard let known else { return nil }
    self = known
  }

  private static func portalReason(_ refusal: ErrorResponse) -> LoginReason? {
    switch (refusal.code, refusal.httpStatus) {
    case ("UnauthorizedException", _), (_, 401): .ended
    case ("ForbiddenException", _), ("ResourceNotFoundException", _), ("AccessDeniedException", _),
      (_, 403), (_, 404):
      .notAssigned
    case ("InvalidRequestException", _): .wrongRequest
    default: nil
    }
  }

  /// By AWS's names and by OAuth's, either of which may come alone.
  private static let codes: [String: LoginReason] = [
    "AuthorizationPendingException": .pending, "authorization_pending": .pending,
    "SlowDownException": .tooSoon, "slow_down": .tooSoon,
    "ExpiredTokenException": .notApprovedInTime, "expired_token": .notApprovedInTime,
    "InvalidClientException": .unknownClient, "invalid_client": .unknownClient,
    "UnauthorizedClientException": .unknownClient, "unauthorized_client": .unknownClient,
    "InvalidGrantException": .rejectedGrant, "invalid_grant": .rejectedGrant,
    "AccessDeniedException": .declined, "access_denied": .declined,
    "InvalidRequestRegionException": .wrongRegion,
    "InvalidScopeException": .wrongScope, "invalid_scope": .wrongScope,
    "InvalidRequestException": .wrongRequest, "invalid_request": .wrongRequest,
    "InvalidRedirectUriException": .wrongRequest, "InvalidClientMetadataException": .wrongRequest,
    "UnsupportedGrantTypeException": .wrongRequest, "unsupported_grant_type": .wrongRequest,
  ]

  private static let signInCodes: [String: LoginReason] = [
    "TOKEN_EXPIRED": .signInEnded, "AUTHCODE_EXPIRED": .signInEnded,
    "USER_CREDENTIALS_CHANGED": .passwordChanged, "INSUFFICIENT_PERMISSIONS": .mayNotSignIn,
    "AccessDeniedException": .signInEnded, "INVALID_REQUEST": .wrongRequest,
    "ValidationException": .wrongRequest,
  ]
}

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

/// What to try after a refusal of Identity Center or of console sign-in, in whole sentences.
func advice(for reason: LoginReason, _ asked: RequestContext) -> String {
  switch reason {
  case .ended: "Logged out: log in again with `switchback login`."
  case .notAssigned:
    "This role in this account is not assigned to you: check sso_account_id and "
      + "sso_role_name, or ask your Identity Center administrator."
  case .pending: "It waits to be approved in the browser."
  case .tooSoon: "It was asked too soon; it waits to be approved in the browser."
  case .notApprovedInTime: "The code was not approved in time: log in again."
  case .unknownClient:
    "This program's registration with Identity Center is not valid any more: log in again."
  case .rejectedGrant: rejectedGrantAdvice(asked)
  case .declined:
    "The login was declined in the browser, or you are not allowed to: log in again, or ask your "
      + "Identity Center administrator."
  case .wrongRegion: "Identity Center is in another region: correct sso_region."
  case .wrongScope: "Correct sso_registration_scopes: Identity Center knows no such scope."
  case .wrongRequest: "Check sso_start_url and sso_region."
  case .signInEnded: "Logged out of the console: run `aws login` again."
  case .passwordChanged: "The password has changed since: run `aws login` again."
  case .mayNotSignIn: "Ask for a policy that allows signin:CreateOAuth2Token."
  }
}

private func rejectedGrantAdvice(_ asked: RequestContext) -> String {
  asked.action == .createToken(.refreshToken)
    ? "It cannot be renewed any more: log in again."
    : "The code was used already, or belongs to another login: log in again."
}
