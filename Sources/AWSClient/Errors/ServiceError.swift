import Text

/// Why a service did not do what it was asked.
package enum ServiceError: Error, Sendable, Hashable {
  /// Not sent at all: the service could only have refused these parameters; a sentence for each.
  case invalid([String], RequestContext)
  /// The MFA code was wrong or already used: to be asked for again.
  case wrongCode(RequestContext)
  /// No answer came to a request with an MFA code, which may be used up: a new one is needed.
  case codeMayBeUsed(because: String, RequestContext)
  case refused(ErrorResponse, RequestContext)
  case noResponse(HTTPError, attempts: Int, RequestContext)
  /// A status that says that the service throttles or is not available, without a reason that can be read.
  case unavailable(status: Int, attempts: Int, RequestContext)
  case unreadable(ResponseError, status: Int, RequestContext)
  case timedOut(seconds: Int, RequestContext)
}

extension ServiceError {
  /// The problem that a refusal is; a wrong MFA code is one of its own.
  package init(_ refusal: ErrorResponse, _ asked: RequestContext) {
    self = ErrorReason(refusal, asked) == .wrongCode ? .wrongCode(asked) : .refused(refusal, asked)
  }

  /// True where a new MFA code may mend it, so that the caller can ask for one.
  package var needsNewCode: Bool {
    switch self {
    case .wrongCode, .codeMayBeUsed: true
    case .invalid, .refused, .noResponse, .unavailable, .unreadable, .timedOut: false
    }
  }
}

extension ServiceError: CustomStringConvertible {
  /// What was asked for, what came back, and what to try; under 4,000 characters, and no secret.
  package var description: String {
    switch self {
    case .invalid(let faults, let asked):
      "Can't \(asked.actionText): "
        + forDisplay(faults.joined(separator: " "), limit: 2000)
    case .wrongCode(let asked):
      "AWS refused to \(asked.actionText)\(asked.callerText)\(deviceNote(asked)). "
        + advice(for: .wrongCode, asked)
    case .codeMayBeUsed(let reason, let asked):
      "The answer to a request to \(asked.actionText)\(asked.callerText) was lost: "
        + "\(forDisplay(reason, limit: 500)). The MFA code may be used up; wait for the next "
        + "code and try again."
    case .refused(let refusal, let asked):
      "\(asked.service.errorSubject) refused to \(asked.actionText)\(asked.callerText): \(quotedMessage(refusal)) "
        + advice(for: ErrorReason(refusal, asked), asked)
    case .noResponse(let failure, let attempts, let asked):
      "Couldn't reach \(asked.service.name) to \(asked.actionText)\(asked.callerText): \(failure)"
        + "\(attemptsNote(attempts))."
        + (failure.isConfigurationError ? "" : " " + adviceWithoutResponse(asked))
    case .unavailable(let status, let attempts, let asked):
      "\(asked.host) answered HTTP \(status) to a request to \(asked.actionText)\(asked.callerText)"
        + "\(attemptsNote(attempts)): \(status == 429 ? "too many requests" : "unavailable"). Try again in a "
        + "minute."
    case .unreadable(let fault, let status, let asked):
      "\(asked.host) was asked to \(asked.actionText)\(asked.callerText), but \(fault) (HTTP \(status))."
    case .timedOut(let seconds, let asked):
      "\(asked.host) did not \(asked.actionText)\(asked.callerText) within \(seconds) seconds; "
        + (asked.isSingleUse ? "log in again." : "check the network and try again.")
    }
  }
}

private func deviceNote(_ asked: RequestContext) -> String {
  asked.mfaSerial.map { " with a code of the MFA device '\(forDisplay($0))'" } ?? ""
}

/// AWS's words, cleaned, then its code; a message that AWS left out is not made up.
///
/// Of a signature that does not match AWS quotes what was signed, the session's token included.
private func quotedMessage(_ refusal: ErrorResponse) -> String {
  let code = forDisplay(maskingKeys(refusal.code))
  let message = forDisplay(maskingKeys(refusal.message), limit: 1500)
  guard !code.isEmpty else {
    return message.isEmpty ? "HTTP \(refusal.httpStatus)." : sentence(message)
  }
  guard !message.isEmpty else { return "\(code) (HTTP \(refusal.httpStatus))." }
  return "\(sentence(message)) (\(code))"
}

private func sentence(_ message: String) -> String {
  message + (message.last?.isPunctuation == true ? "" : ".")
}

private func attemptsNote(_ attempts: Int) -> String {
  attempts > 1 ? " (tried \(attempts) times)" : ""
}

extension ServiceError {
  /// What the refusal means to who waits for a login; nil for anything else.
  package var oauthReason: OAuthReason? {
    guard case .refused(let refusal, let asked) = self,
      case .login(let reason) = ErrorReason(refusal, asked)
    else { return nil }
    return OAuthReason(reason)
  }

  /// True where the portal does not take the token of the login any more: only a new login helps.
  package var meansLoginEnded: Bool {
    guard case .refused(let refusal, let asked) = self else { return false }
    return ErrorReason(refusal, asked) == .login(.ended)
  }

  /// True where the keys that the request was signed with have ended: new ones of the same source may help.
  package var meansCredentialsExpired: Bool {
    guard case .refused(let refusal, let asked) = self else { return false }
    return ErrorReason(refusal, asked) == .expired
  }
}
