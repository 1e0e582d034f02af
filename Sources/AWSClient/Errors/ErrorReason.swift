/// The meaning of an error response: its code and, for codes with several meanings, its text.
enum ErrorReason: Sendable, Hashable {
  case accessDenied
  /// AWS names the missing permission, or the policy that lacks or denies it.
  case notAllowed(Denial)
  case wrongCode, unknownDevice, incompleteMFA
  case temporaryCredentials, rootMayNotAssume
  case longerThanChain, longerThanRole, invalidValue
  case authentication(AuthenticationReason)
  case regionDisabled, notSubscribed, unknownAction
  case policyTooLarge, malformedPolicy
  case throttled, unavailable
  case login(LoginReason)
  /// From a metadata service, which returns little more than a status.
  case metadata(status: Int)
  case other
}

/// Why AWS did not accept the credentials, the token or the signature of a request.
enum AuthenticationReason: Sendable, Hashable {
  case unknownKey, expired, expiredWebToken, expiredAssertion
  case wrongSecret, clockSkew, unsigned
  /// Signed for another region or service than the one that received the request.
  case wrongScope
  case webTokenRejected, assertionRejected, providerUnreachable
}

extension ErrorReason {
  init(_ errorResponse: ErrorResponse, _ context: RequestContext) {
    let shared =
      Self.sharedCodes[errorResponse.code]
      ?? (errorResponse.httpStatus >= 500 ? .unavailable : .other)
    self =
      switch context.service {
      case .sts: Self.stsReason(errorResponse, context.action) ?? shared
      case .portal, .oidc, .signIn:
        shared == .other
          ? LoginReason(errorResponse, context).map(ErrorReason.login) ?? .other : shared
      case .container, .instance:
        shared == .other ? .metadata(status: errorResponse.httpStatus) : shared
      }
  }

  /// The codes with the same meaning in all services; a retry may help with each.
  private static let sharedCodes: [String: ErrorReason] = [
    "InternalFailure": .unavailable, "InternalServerException": .unavailable,
    "ServiceUnavailable": .unavailable,
    "RequestTimeout": .unavailable, "RequestTimeoutException": .unavailable,
    "Throttling": .throttled, "ThrottlingException": .throttled, "ThrottledException": .throttled,
    "RequestThrottledException": .throttled, "RequestThrottled": .throttled,
    "TooManyRequestsException": .throttled, "TooManyRequestsError": .throttled,
    "TransactionInProgressException": .throttled,
    "ProvisionedThroughputExceededException": .throttled, "RequestLimitExceeded": .throttled,
    "BandwidthLimitExceeded": .throttled, "LimitExceededException": .throttled,
    "SlowDown": .throttled, "PriorRequestNotComplete": .throttled,
    "EC2ThrottledException": .throttled,
  ]
}

extension ErrorReason {
  /// The meaning of an error of STS; nil for a code that other services have, too.
  static func stsReason(
    _ errorResponse: ErrorResponse, _ action: RequestContext.Action
  ) -> ErrorReason? {
    let message = errorResponse.message.lowercased()
    return switch errorResponse.code {
    case "AccessDenied", "AccessDeniedException": denied(errorResponse, message, action)
    case "ValidationError", "ValidationException", "InvalidParameterValue": invalid(message)
    case "SignatureDoesNotMatch", "InvalidSignatureException":
      .authentication(badSignature(message))
    case "ExpiredToken", "ExpiredTokenException": .authentication(expired(message, action))
    case "InvalidIdentityToken", "IDPRejectedClaim": .authentication(rejected(action))
    default:
      codes[errorResponse.code]
        ?? authenticationCodes[errorResponse.code].map(ErrorReason.authentication)
    }
  }

  private static func badSignature(_ message: String) -> AuthenticationReason {
    if message.contains("should be scoped to") { return .wrongScope }
    let isOfTime = ["signature expired", "not yet current", "date in credential scope"]
      .contains(where: message.contains)
    return isOfTime ? .clockSkew : .wrongSecret
  }

  private static func denied(
    _ errorResponse: ErrorResponse, _ message: String, _ action: RequestContext.Action
  ) -> ErrorReason {
    if message.contains("invalid mfa one time pass code") { return .wrongCode }
    if message.contains("unable to validate mfa code") { return .unknownDevice }
    if message.contains("must provide both mfa serial number") { return .incompleteMFA }
    if message.contains("with session credentials") { return .temporaryCredentials }
    if message.contains("assumed by root") { return .rootMayNotAssume }
    if let denial = Denial(errorResponse.message), denial.isSpecific(action) {
      return .notAllowed(denial)
    }
    return .accessDenied
  }

  private static func invalid(_ message: String) -> ErrorReason {
    if message.contains("role chaining") { return .longerThanChain }
    if message.contains("maxsessionduration") { return .longerThanRole }
    return .invalidValue
  }

  private static func expired(
    _ message: String, _ action: RequestContext.Action
  ) -> AuthenticationReason {
    switch action {
    case .assumeRoleWithSAML: .expiredAssertion
    case .assumeRoleWithWebIdentity: .expiredWebToken
    case .assumeRole, .getSessionToken, .getCallerIdentity, .roleCredentials, .logout,
      .registerClient, .startDeviceAuthorization, .createToken, .renewSignIn,
      .containerCredentials, .instanceCredentials:
      message.contains("web identity") ? .expiredWebToken : .expired
    }
  }

  private static func rejected(_ action: RequestContext.Action) -> AuthenticationReason {
    if case .assumeRoleWithSAML = action { return .assertionRejected }
    return .webTokenRejected
  }

  private static let codes: [String: ErrorReason] = [
    "RegionDisabledException": .regionDisabled, "OptInRequired": .notSubscribed,
    "InvalidAction": .unknownAction, "PackedPolicyTooLarge": .policyTooLarge,
    "MalformedPolicyDocument": .malformedPolicy,
  ]

  private static let authenticationCodes: [String: AuthenticationReason] = [
    "InvalidClientTokenId": .unknownKey, "UnrecognizedClientException": .unknownKey,
    "AuthFailure": .unknownKey, "RequestExpired": .clockSkew, "RequestTimeTooSkewed": .clockSkew,
    "RequestInTheFuture": .clockSkew, "IncompleteSignature": .unsigned,
    "MissingAuthenticationToken": .unsigned, "IDPCommunicationError": .providerUnreachable,
  ]
}
