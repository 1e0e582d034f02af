/// The outcome of one attempt.
enum Outcome: Sendable {
  case answered(HTTPResponse)
  case refused(ErrorResponse, HTTPResponse)
  /// An error status whose body cannot be read.
  case unreadable(ResponseError, status: Int)
  case failed(HTTPError)
}

extension Outcome {
  /// Classifies a response by its status; `errorResponse` reads one that is not a success.
  init(
    _ response: HTTPResponse,
    errorResponse: (HTTPResponse) throws(ResponseError) -> ErrorResponse
  ) {
    if (200..<300).contains(response.status) {
      self = .answered(response)
      return
    }
    do throws(ResponseError) {
      self = .refused(try errorResponse(response), response)
    } catch {
      self = .unreadable(error, status: response.status)
    }
  }

  /// True if the same request may succeed later, by the rules of the AWS CLI's standard retry mode.
  ///
  /// A request that can be used once is retried only if AWS rejected it before processing.
  func deservesRetry(_ context: RequestContext) -> Bool {
    switch self {
    case .answered: false
    case .refused(let errorResponse, _):
      switch ErrorReason(errorResponse, context) {
      case .throttled: true
      case .unavailable, .authentication(.providerUnreachable): !context.isSingleUse
      case .accessDenied, .notAllowed, .wrongCode, .unknownDevice, .incompleteMFA,
        .temporaryCredentials, .rootMayNotAssume, .longerThanChain, .longerThanRole,
        .invalidValue, .authentication, .regionDisabled, .notSubscribed, .unknownAction,
        .policyTooLarge, .malformedPolicy, .login, .metadata, .other:
        !context.isSingleUse && isTransient(errorResponse.httpStatus)
      }
    case .unreadable(_, let status): !context.isSingleUse && isTransient(status)
    case .failed(.tooLarge): false
    case .failed(let error): !error.isConfigurationError && !context.isSingleUse
    }
  }
}

/// True for statuses that mean that a service throttles requests or is unavailable.
///
/// The list is that of the AWS CLI's standard retry mode.
func isTransient(_ status: Int) -> Bool {
  [429, 500, 502, 503, 504].contains(status)
}
