extension FakeAWSError {
  static func invalidRequest(_ message: String) -> FakeAWSError {
    FakeAWSError(code: "InvalidRequestException", status: 400, message: message)
  }

  static func invalidClient(_ message: String) -> FakeAWSError {
    FakeAWSError(code: "InvalidClientException", status: 401, message: message)
  }

  static func invalidGrant(_ message: String) -> FakeAWSError {
    FakeAWSError(code: "InvalidGrantException", status: 400, message: message)
  }

  static func invalidScope(_ scope: String) -> FakeAWSError {
    FakeAWSError(code: "InvalidScopeException", status: 400, message: "Invalid scope: \(scope)")
  }

  static func unauthorizedClient(_ grant: GrantType) -> FakeAWSError {
    FakeAWSError(
      code: "UnauthorizedClientException", status: 400,
      message: "This client is not registered for \(grant.rawValue)")
  }

  static func unsupportedGrant(_ name: String) -> FakeAWSError {
    FakeAWSError(
      code: "UnsupportedGrantTypeException", status: 400, message: "Unsupported grant type: \(name)"
    )
  }

  static let pending = FakeAWSError(
    code: "AuthorizationPendingException", status: 400, message: "Authorization is pending")

  static let slowDown = FakeAWSError(
    code: "SlowDownException", status: 400, message: "Slow down")

  static let expiredDevice = FakeAWSError(
    code: "ExpiredTokenException", status: 400, message: "Device code has expired")

  static let denied = FakeAWSError(
    code: "AccessDeniedException", status: 400, message: "Access was denied")

  static let noIdentityCenter = FakeAWSError(
    code: "ResourceNotFoundException", status: 404,
    message: "This pretend AWS has no Identity Center.")
}
