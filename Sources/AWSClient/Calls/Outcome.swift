/// What became of one attempt.
enum Outcome: Sendable {
  case answered(HTTPResponse)
  case refused(ErrorResponse, HTTPResponse)
  /// Neither an answer nor a refusal that can be read.
  case unreadable(ResponseError, status: Int)
  case failed(HTTPError)
}

extension Outcome {
  /// Sorts an answer by its status; `refusal` reads one that is no success.
  init(_ response: HTTPResponse, refusal: (HTTPResponse) throws(ResponseError) -> ErrorResponse) {
    if (200..<300).contains(response.status) {
      self = .answered(response)
      return
    }
    do throws(ResponseError) {
      self = .refused(try refusal(response), response)
    } catch {
      self = .unreadable(error, status: response.status)
    }
  }

  /// True where the same request may fare better in a while: the rules of the CLI's standard mode.
  ///
  /// What one use spends is sent again only where AWS turned the request away before it looked at it.
  func deservesRetry(_ asked: RequestContext) -> Bool {
    switch self {
    case .answered: false
    case .refused(let refusal, _):
      switch ErrorReason(refusal, asked) {
      case .throttled: true
      case .unavailable, .providerUnreachable: !asked.isSingleUse
      default: !asked.isSingleUse && isTransient(refusal.httpStatus)
      }
    case .unreadable(_, let status): !asked.isSingleUse && isTransient(status)
    case .failed(.tooLarge): false
    case .failed(let failure): !failure.isConfigurationError && !asked.isSingleUse
    }
  }
}

/// True of a status with which a service throttles or is not available: the rule of the CLI's standard mode.
func isTransient(_ status: Int) -> Bool {
  [429, 500, 502, 503, 504].contains(status)
}
