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
