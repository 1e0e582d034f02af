/// What an error of STS comes down to, by its code and, where one code serves many, its words.
enum Reason: Sendable, Hashable {
  case accessDenied
  case wrongCode, unknownDevice, incompleteMFA
  case temporaryKeys, rootMayNotAssume
  case longerThanChain, longerThanRole, invalidValue
  case unknownKey, expired, expiredWebToken
  case wrongSecret, clockSkew, unsigned
  case regionDisabled, notSubscribed
  case policyTooLarge, malformedPolicy
  case webTokenRejected, providerUnreachable
  case throttled, unavailable
  case other
}

extension Reason {
  init(_ refusal: Refusal) {
    let message = refusal.message.lowercased()
    self =
      switch refusal.code {
      case "AccessDenied", "AccessDeniedException": Self.denied(message)
      case "ValidationError", "ValidationException", "InvalidParameterValue":
        Self.invalid(message)
      case "SignatureDoesNotMatch", "InvalidSignatureException":
        message.contains("signature expired") || message.contains("not yet current")
          ? .clockSkew : .wrongSecret
      case "ExpiredTokenException" where message.contains("web identity"),
        "ExpiredToken" where message.contains("web identity"):
        .expiredWebToken
      default: Self.codes[refusal.code] ?? (refusal.httpStatus >= 500 ? .unavailable : .other)
      }
  }

  private static func denied(_ message: String) -> Reason {
    if message.contains("invalid mfa one time pass code") { return .wrongCode }
    if message.contains("unable to validate mfa code") { return .unknownDevice }
    if message.contains("must provide both mfa serial number") { return .incompleteMFA }
    if message.contains("with session credentials") { return .temporaryKeys }
    if message.contains("assumed by root") { return .rootMayNotAssume }
    return .accessDenied
  }

  private static func invalid(_ message: String) -> Reason {
    if message.contains("role chaining") { return .longerThanChain }
    if message.contains("maxsessionduration") { return .longerThanRole }
    return .invalidValue
  }

  private static let codes: [String: Reason] = [
    "InvalidClientTokenId": .unknownKey, "UnrecognizedClientException": .unknownKey,
    "AuthFailure": .unknownKey, "ExpiredToken": .expired, "ExpiredTokenException": .expired,
    "RequestExpired": .clockSkew, "RequestTimeTooSkewed": .clockSkew,
    "RequestInTheFuture": .clockSkew, "IncompleteSignature": .unsigned,
    "MissingAuthenticationToken": .unsigned, "RegionDisabledException": .regionDisabled,
    "OptInRequired": .notSubscribed, "PackedPolicyTooLarge": .policyTooLarge,
    "MalformedPolicyDocument": .malformedPolicy, "InvalidIdentityToken": .webTokenRejected,
    "IDPRejectedClaim": .webTokenRejected, "IDPCommunicationError": .providerUnreachable,
    "InternalFailure": .unavailable, "ServiceUnavailable": .unavailable,
    "RequestTimeout": .unavailable, "RequestTimeoutException": .unavailable,
    "Throttling": .throttled, "ThrottlingException": .throttled, "ThrottledException": .throttled,
    "RequestThrottledException": .throttled, "RequestThrottled": .throttled,
    "TooManyRequestsException": .throttled, "TransactionInProgressException": .throttled,
    "ProvisionedThroughputExceededException": .throttled, "RequestLimitExceeded": .throttled,
    "BandwidthLimitExceeded": .throttled, "LimitExceededException": .throttled,
    "SlowDown": .throttled, "PriorRequestNotComplete": .throttled,
    "EC2ThrottledException": .throttled,
  ]
}
