/// What a refusal comes down to, by its code and, where one code serves many, its words.
enum ErrorReason: Sendable, Hashable {
  case accessDenied
  /// Where AWS says which permission is missing, or where.
  case notAllowed(Denial)
  case wrongCode, unknownDevice, incompleteMFA
  case temporaryKeys, rootMayNotAssume
  case longerThanChain, longerThanRole, invalidValue
  case unknownKey, expired, expiredWebToken, expiredAssertion
  case wrongSecret, clockSkew, unsigned
  /// Signed for a region, or a service, that is not the one that was asked.
  case wrongScope
  case regionDisabled, notSubscribed, unknownAction
  case policyTooLarge, malformedPolicy
  case webTokenRejected, assertionRejected, providerUnreachable
  case throttled, unavailable
  case login(LoginReason)
  /// Of a metadata service, which says little more than a status.
  case metadata(status: Int)
  case other
}

extension ErrorReason {
  init(_ refusal: ErrorResponse, _ asked: RequestContext) {
    let common =
      Self.sharedCodes[refusal.code] ?? (refusal.httpStatus >= 500 ? .unavailable : .other)
    self =
      switch asked.service {
      case .sts: Self.stsReason(refusal, asked.action) ?? common
      case .portal, .oidc, .signIn:
        common == .other ? LoginReason(refusal, asked).map(ErrorReason.login) ?? .other : common
      case .container, .instance:
        common == .other ? .metadata(status: refusal.httpStatus) : common
      }
  }

  /// The codes that mean the same everywhere: those that may pass.
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
  /// What a refusal of STS means; nil for a code that is not its own.
  static func stsReason(_ refusal: ErrorResponse, _ action: RequestContext.Action) -> ErrorReason? {
    let message = refusal.message.lowercased()
    return switch refusal.code {
    case "AccessDenied", "AccessDeniedException": denied(refusal, message, action)
    case "ValidationError", "ValidationException", "InvalidParameterValue": invalid(message)
    case "SignatureDoesNotMatch", "InvalidSignatureException":
      badSignature(message)
    case "ExpiredToken", "ExpiredTokenException": expired(message, action)
    case "InvalidIdentityToken", "IDPRejectedClaim": rejected(action)
    default: codes[refusal.code]
    }
  }

  private static func badSignature(_ message: String) -> ErrorReason {
    if message.contains("should be scoped to") { return .wrongScope }
    let isOfTime = ["signature expired", "not yet current", "date in credential scope"]
      .contains(where: message.contains)
    return isOfTime ? .clockSkew : .wrongSecret
  }

  private static func denied(
    _ refusal: ErrorResponse, _ message: String, _ action: RequestContext.Action
  ) -> ErrorReason {
    if message.contains("invalid mfa one time pass code") { return .wrongCode }
    if message.contains("unable to validate mfa code") { return .unknownDevice }
    if message.contains("must provide both mfa serial number") { return .incompleteMFA }
    if message.contains("with session credentials") { return .temporaryKeys }
    if message.contains("assumed by root") { return .rootMayNotAssume }
    if let denial = Denial(refusal.message), denial.isSpecific(action) {
      return .notAllowed(denial)
    }
    return .accessDenied
  }

  private static func invalid(_ message: String) -> ErrorReason {
    if message.contains("role chaining") { return .longerThanChain }
    if message.contains("maxsessionduration") { return .longerThanRole }
    return .invalidValue
  }

  private static func expired(_ message: String, _ action: RequestContext.Action) -> ErrorReason {
    switch action {
    case .assumeRoleWithSAML: .expiredAssertion
    case .assumeRoleWithWebIdentity: .expiredWebToken
    default: message.contains("web identity") ? .expiredWebToken : .expired
    }
  }

  private static func rejected(_ action: RequestContext.Action) -> ErrorReason {
    if case .assumeRoleWithSAML = action { return .assertionRejected }
    return .webTokenRejected
  }

  private static let codes: [String: ErrorReason] = [
    "InvalidClientTokenId": .unknownKey, "UnrecognizedClientException": .unknownKey,
    "AuthFailure": .unknownKey, "RequestExpired": .clockSkew, "RequestTimeTooSkewed": .clockSkew,
    "RequestInTheFuture": .clockSkew, "IncompleteSignature": .unsigned,
    "MissingAuthenticationToken": .unsigned, "RegionDisabledException": .regionDisabled,
    "OptInRequired": .notSubscribed, "InvalidAction": .unknownAction,
    "PackedPolicyTooLarge": .policyTooLarge, "MalformedPolicyDocument": .malformedPolicy,
    "IDPCommunicationError": .providerUnreachable,
  ]
}
