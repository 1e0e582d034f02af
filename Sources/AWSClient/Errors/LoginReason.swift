/// The meaning of an error response from Identity Center or console sign-in.
enum LoginReason: Sendable, Hashable {
  /// The token of the login is no longer valid.
  case ended
  case notAssigned
  case pending, tooSoon, notApprovedInTime
  case unknownClient, rejectedGrant, declined
  case wrongRegion, wrongScope, wrongRequest
  /// Errors of console sign-in only.
  case signInEnded, passwordChanged, mayNotSignIn
}

extension LoginReason {
  /// Nil for a code without a known meaning.
  init?(_ errorResponse: ErrorResponse, _ context: RequestContext) {
    let known =
      switch context.service {
      case .portal: Self.portalReason(errorResponse)
      case .oidc:
        Self.codes[errorResponse.code] ?? errorResponse.oauthError.flatMap { Self.codes[$0] }
      case .signIn:
        errorResponse.oauthError.flatMap { Self.signInCodes[$0] }
          ?? Self.signInCodes[errorResponse.code]
      case .sts, .container, .instance: nil as LoginReason?
      }
    guard let known else { return nil }
    self = known
  }

  private static func portalReason(_ errorResponse: ErrorResponse) -> LoginReason? {
    switch (errorResponse.code, errorResponse.httpStatus) {
    case ("UnauthorizedException", _), (_, 401): .ended
    case ("ForbiddenException", _), ("ResourceNotFoundException", _), ("AccessDeniedException", _),
      (_, 403), (_, 404):
      .notAssigned
    case ("InvalidRequestException", _): .wrongRequest
    default: nil
    }
  }

  /// By AWS's names and by OAuth's names; a response may have only one of them.
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

/// The meaning of an error response for a caller that waits for a login.
package enum OAuthReason: Sendable, Hashable {
  /// The login is not approved yet: ask again after the interval.
  case authorizationPending
  /// The same, but the interval must be 5 seconds longer from now on.
  case slowDown
  /// The login was not approved in time, or can no longer be renewed: begin a new one.
  case expired
  /// The registration is no longer valid: register again.
  case invalidClient
  /// The code or the refresh token is used up, or belongs to another client.
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

/// What to try after an error of Identity Center or console sign-in, in whole sentences.
func advice(for reason: LoginReason, _ context: RequestContext) -> String {
  switch reason {
  case .ended: "Logged out: log in again with `switchback login`."
  case .notAssigned:
    "This role in this account is not assigned to you: check sso_account_id and "
      + "sso_role_name, or ask your Identity Center administrator."
  case .pending: "The login is waiting for approval in the browser."
  case .tooSoon: "The request came too soon; the login is waiting for approval in the browser."
  case .notApprovedInTime: "The code was not approved in time: log in again."
  case .unknownClient:
    "This program's registration with Identity Center is no longer valid: log in again."
  case .rejectedGrant: rejectedGrantAdvice(context)
  case .declined:
    "The login was declined in the browser, or you are not allowed to log in: log in again, or ask "
      + "your Identity Center administrator."
  case .wrongRegion: "Identity Center is in another region: correct sso_region."
  case .wrongScope: "Correct sso_registration_scopes: Identity Center does not know this scope."
  case .wrongRequest: "Check sso_start_url and sso_region."
  case .signInEnded: "Logged out of the console: run `aws login` again."
  case .passwordChanged: "The password has changed since the login: run `aws login` again."
  case .mayNotSignIn: "Ask for a policy that allows signin:CreateOAuth2Token."
  }
}

private func rejectedGrantAdvice(_ context: RequestContext) -> String {
  context.action == .createToken(.refreshToken)
    ? "The login can no longer be renewed: log in again."
    : "The code was used already, or belongs to another login: log in again."
}
