/// What became of one attempt.
enum Outcome: Sendable {
  case answered(HTTPResponse)
  case refused(Refusal, HTTPResponse)
  /// Neither an answer nor a refusal that can be read.
  case unreadable(AnswerFault, status: Int)
  case failed(HTTPFailure)
}

extension Outcome {
  /// Sorts an answer by its status; `refusal` reads one that is no success.
  init(_ response: HTTPResponse, refusal: (HTTPResponse) throws(AnswerFault) -> Refusal) {
    if (200..<300).contains(response.status) {
      self = .answered(response)
      return
    }
    do throws(AnswerFault) {
      self = .refused(try refusal(response), response)
    } catch {
      self = .unreadable(error, status: response.status)
    }
  }

  /// True where the same request may fare better in a while: the rules of the CLI's standard mode.
  ///
  /// What one use spends is sent again only where AWS turned the request away before it looked at it.
  func deservesRetry(_ asked: Asked) -> Bool {
    switch self {
    case .answered: false
    case .refused(let refusal, _):
      switch Reason(refusal, asked) {
      case .throttled: true
      case .unavailable, .providerUnreachable: !asked.isSpentByUse
      default: !asked.isSpentByUse && isTransient(refusal.httpStatus)
      }
    case .unreadable(_, let status): !asked.isSpentByUse && isTransient(status)
    case .failed(.tooLarge): false
    case .failed(let failure): !failure.isOfConfiguration && !asked.isSpentByUse
    }
  }
}

/// True of a status with which a service throttles or is not available: the rule of the CLI's standard mode.
func isTransient(_ status: Int) -> Bool {
  [429, 500, 502, 503, 504].contains(status)
}
