import Text

/// Why a service did not perform an operation.
package enum ServiceError: Error, Sendable, Hashable {
  /// Not sent, because the service would reject these parameters; a sentence for each.
  case invalid([String], RequestContext)
  /// The MFA code was wrong or already used, so that another one is needed.
  case wrongCode(RequestContext)
  /// The answer to a request with an MFA code was lost, and the code may be used up.
  case codeMayBeUsed(because: String, RequestContext)
  case refused(ErrorResponse, RequestContext)
  case noResponse(HTTPError, attempts: Int, RequestContext)
  /// A status that means throttling or unavailability, without a readable reason.
  case unavailable(status: Int, attempts: Int, RequestContext)
  case unreadable(ResponseError, status: Int, RequestContext)
  case timedOut(seconds: Int, RequestContext)
}

extension ServiceError {
  /// The error of an error response; a wrong MFA code has its own case.
  package init(_ errorResponse: ErrorResponse, _ context: RequestContext) {
    let isWrongCode = ErrorReason(errorResponse, context) == .wrongCode
    self = isWrongCode ? .wrongCode(context) : .refused(errorResponse, context)
  }

  /// True if a new MFA code may help, so that the caller can ask for one.
  package var needsNewCode: Bool {
    switch self {
    case .wrongCode, .codeMayBeUsed: true
    case .invalid, .refused, .noResponse, .unavailable, .unreadable, .timedOut: false
    }
  }
}

extension ServiceError: CustomStringConvertible {
  /// The request, the error and what to try, in fewer than 4,000 characters and without secrets.
  package var description: String {
    switch self {
    case .invalid(let violations, let context):
      "Can't \(context.actionText): "
        + forDisplay(violations.joined(separator: " "), limit: 2000)
    case .wrongCode(let context):
      "AWS refused to \(context.actionText)\(context.callerText)\(deviceNote(context)). "
        + advice(for: .wrongCode, context)
    case .codeMayBeUsed(let reason, let context):
      "The answer to a request to \(context.actionText)\(context.callerText) was lost: "
        + "\(forDisplay(reason, limit: 500)). The MFA code may be used up; wait for the next "
        + "code and try again."
    case .refused(let errorResponse, let context):
      "\(context.service.errorSubject) refused to \(context.actionText)\(context.callerText): "
        + "\(quotedMessage(errorResponse)) "
        + advice(for: ErrorReason(errorResponse, context), context)
    case .noResponse(let error, let attempts, let context):
      "Couldn't reach \(context.service.name) to \(context.actionText)\(context.callerText): "
        + "\(error)\(attemptsNote(attempts))."
        + (error.isConfigurationError ? "" : " " + adviceWithoutResponse(context))
    case .unavailable(let status, let attempts, let context):
      "\(context.host) answered HTTP \(status) to a request to \(context.actionText)"
        + "\(context.callerText)\(attemptsNote(attempts)): "
        + "\(status == 429 ? "too many requests" : "unavailable"). Try again in a minute."
    case .unreadable(let error, let status, let context):
      "\(context.host) was asked to \(context.actionText)\(context.callerText), but \(error) "
        + "(HTTP \(status))."
    case .timedOut(let seconds, let context):
      "\(context.host) did not \(context.actionText)\(context.callerText) within \(seconds) "
        + "seconds; "
        + (context.isSingleUse ? "log in again." : "check the network and try again.")
    }
  }
}

private func deviceNote(_ context: RequestContext) -> String {
  context.mfaSerial.map { " with a code from the MFA device '\(forDisplay($0))'" } ?? ""
}

/// AWS's message, cleaned, and its code; only the code if AWS gave no message.
///
/// Credentials are masked: for a wrong signature, AWS quotes the signed text with its session
/// token.
private func quotedMessage(_ errorResponse: ErrorResponse) -> String {
  let code = forDisplay(maskingKeys(errorResponse.code))
  let message = forDisplay(maskingKeys(errorResponse.message), limit: 1500)
  guard !code.isEmpty else {
    return message.isEmpty ? "HTTP \(errorResponse.httpStatus)." : sentence(message)
  }
  guard !message.isEmpty else { return "\(code) (HTTP \(errorResponse.httpStatus))." }
  return "\(sentence(message)) (\(code))"
}

private func sentence(_ message: String) -> String {
  message + (message.last?.isPunctuation == true ? "" : ".")
}

private func attemptsNote(_ attempts: Int) -> String {
  attempts > 1 ? " (tried \(attempts) times)" : ""
}

extension ServiceError {
  /// The meaning of the error for a caller that waits for a login; nil for other errors.
  package var oauthReason: OAuthReason? {
    guard case .refused(let errorResponse, let context) = self,
      case .login(let reason) = ErrorReason(errorResponse, context)
    else { return nil }
    return OAuthReason(reason)
  }

  /// True if the portal no longer accepts the login's token, so that only a new login helps.
  package var meansLoginEnded: Bool {
    guard case .refused(let errorResponse, let context) = self else { return false }
    return ErrorReason(errorResponse, context) == .login(.ended)
  }

  /// True if the request's credentials have expired, so that new ones of the same source may help.
  package var meansCredentialsExpired: Bool {
    guard case .refused(let errorResponse, let context) = self else { return false }
    return ErrorReason(errorResponse, context) == .authentication(.expired)
  }
}
