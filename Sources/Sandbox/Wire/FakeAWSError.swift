/// An error response of AWS: a code, an HTTP status and a message.
struct FakeAWSError: Error, Sendable, Hashable, CustomStringConvertible {
  let code: String
  let status: Int
  let message: String

  var description: String { "\(code): \(message)" }

  /// OAuth's name for the code: `authorization_pending` for AuthorizationPendingException.
  var oauthError: String {
    let name = code.hasSuffix("Exception") ? code.dropLast("Exception".count) : code[...]
    return name.enumerated().map { index, letter in
      letter.isUppercase && index > 0 ? "_\(letter.lowercased())" : letter.lowercased()
    }.joined()
  }
}

extension FakeAWSError {
  static func accessDenied(_ message: String) -> FakeAWSError {
    FakeAWSError(code: "AccessDenied", status: 403, message: message)
  }

  static func notAuthorized(_ caller: Caller, to action: String, on resource: String)
    -> FakeAWSError
  {
    accessDenied(
      "User: \(caller.arn) is not authorized to perform: \(action) on resource: \(resource)")
  }

  static func validation(_ message: String) -> FakeAWSError {
    FakeAWSError(code: "ValidationError", status: 400, message: message)
  }

  static func signature(_ message: String) -> FakeAWSError {
    FakeAWSError(code: "SignatureDoesNotMatch", status: 403, message: message)
  }

  static func incompleteSignature(_ message: String) -> FakeAWSError {
    FakeAWSError(code: "IncompleteSignature", status: 400, message: message)
  }

  static let missingToken = FakeAWSError(
    code: "MissingAuthenticationToken", status: 403,
    message: "Request is missing Authentication Token")

  static let invalidToken = FakeAWSError(
    code: "InvalidClientTokenId", status: 403,
    message: "The security token included in the request is invalid.")

  static let expiredToken = FakeAWSError(
    code: "ExpiredToken", status: 403,
    message: "The security token included in the request is expired")

  static let wrongSignature = signature(
    "The request signature we calculated does not match the signature you provided. "
      + "Check your AWS Secret Access Key and signing method. "
      + "Consult the service documentation for details.")

  static let wrongCode = accessDenied(
    "MultiFactorAuthentication failed with invalid MFA one time pass code. ")

  static let wrongDevice = accessDenied(
    "MultiFactorAuthentication failed, unable to validate MFA code.  "
      + "Please verify your MFA serial number is valid and associated with this user.")

  static let incompleteMFA = accessDenied(
    "MultiFactorAuthentication failed, must provide both MFA serial number "
      + "and one time pass code.")

  static let internalFailure = FakeAWSError(
    code: "InternalFailure", status: 500,
    message: "The request processing has failed because of an unknown error.")
}

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
    message: "The simulated AWS has no Identity Center.")
}
