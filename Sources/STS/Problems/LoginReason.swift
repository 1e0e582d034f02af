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
