/// What became of one attempt.
enum Outcome: Sendable {
  case answered(HTTPResponse)
  case refused(Refusal, HTTPResponse)
  /// Neither an answer nor a refusal that can be read.
  case unreadable(AnswerFault, status: Int)
  case failed(HTTPFailure)
}

extension Outcome {
  init(_ response: HTTPResponse) {
    if (200..<300).contains(response.status) {
      self = .answered(response)
      return
    }
    do throws(AnswerFault) {
      self = .refused(try Refusal(response), response)
    } catch {
      self = .unreadable(error, status: response.status)
    }
  }

  /// True where the same request may fare better in a while: the rules of the CLI's standard mode.
  ///
  /// An MFA code is sent again only where AWS turned the request away before it looked at the code.
  func deservesRetry(withCode: Bool) -> Bool {
    switch self {
    case .answered: false
    case .refused(let refusal, _):
      switch Reason(refusal) {
      case .throttled: true
      case .unavailable, .providerUnreachable: !withCode
      default: !withCode && isTransient(refusal.httpStatus)
      }
    case .unreadable(_, let status): !withCode && isTransient(status)
    case .failed(.tooLarge): false
    case .failed: !withCode
    }
  }
}

private func isTransient(_ status: Int) -> Bool {
  [429, 500, 502, 503, 504].contains(status)
}
