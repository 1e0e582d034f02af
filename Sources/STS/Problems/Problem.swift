/// Why a service did not do what it was asked.
package enum Problem: Error, Sendable, Hashable {
  /// Not sent at all: the service could only have refused these parameters; a sentence for each.
  case invalid([String], Asked)
  /// The MFA code was wrong or already used: to be asked for again.
  case wrongCode(Asked)
  /// No answer came to a request with an MFA code, which may be used up: a new one is needed.
  case codeMayBeUsed(because: String, Asked)
  case refused(Refusal, Asked)
  case noAnswer(HTTPFailure, attempts: Int, Asked)
  /// A status that says that the service throttles or is not available, without a reason that can be read.
  case unavailable(status: Int, attempts: Int, Asked)
  case unreadable(AnswerFault, status: Int, Asked)
  case outOfTime(seconds: Int, Asked)
}

extension Problem {
  /// The problem that a refusal is; a wrong MFA code is one of its own.
  package init(_ refusal: Refusal, _ asked: Asked) {
    self = Reason(refusal, asked) == .wrongCode ? .wrongCode(asked) : .refused(refusal, asked)
  }

  /// True where a new MFA code may mend it, so that the caller can ask for one.
  package var wantsNewCode: Bool {
    switch self {
    case .wrongCode, .codeMayBeUsed: true
    case .invalid, .refused, .noAnswer, .unavailable, .unreadable, .outOfTime: false
    }
  }
}
