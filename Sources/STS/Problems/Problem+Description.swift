import Accounts

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
