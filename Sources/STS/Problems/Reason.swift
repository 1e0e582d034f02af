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
