extension Refusal {
  static func invalidRequest(_ message: String) -> Refusal {
    Refusal(code: "InvalidRequestException", status: 400, message: message)
  }

  static func invalidClient(_ message: String) -> Refusal {
    Refusal(code: "InvalidClientException", status: 401, message: message)
  }

  static func invalidGrant(_ message: String) -> Refusal {
    Refusal(code: "InvalidGrantException", status: 400, message: message)
  }

  static func invalidScope(_ scope: String) -> Refusal {
    Refusal(code: "InvalidScopeException", status: 400, message: "Invalid scope: \(scope)")
  }

  static func unauthorizedClient(_ grant: GrantType) -> Refusal {
    Refusal(
      code: "UnauthorizedClientException", status: 400,
      message: "This client is not registered for \(grant.rawValue)")
  }

  static func unsupportedGrant(_ name: String) -> Refusal {
    Refusal(
      code: "UnsupportedGrantTypeException", status: 400, message: "Unsupported grant type: \(name)"
    )
  }

  static let pending = Refusal(
    code: "AuthorizationPendingException", status: 400, message: "Authorization is pending")

  static let slowDown = Refusal(
    code: "SlowDownException", status: 400, message: "Slow down")

  static let expiredDevice = Refusal(
    code: "ExpiredTokenException", status: 400, message: "Device code has expired")

  static let denied = Refusal(
    code: "AccessDeniedException", status: 400, message: "Access was denied")

  static let noIdentityCenter = Refusal(
    code: "ResourceNotFoundException", status: 404,
    message: "This pretend AWS has no Identity Center.")
}
