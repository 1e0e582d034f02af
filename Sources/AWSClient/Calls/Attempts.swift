package import Foundation

/// An operation that is sent until it is answered or a retry cannot help.
package struct Attempts<Operation: APIOperation>: Sendable {
  package let operation: Operation
  package let context: RequestContext
  package let retries: RetryPolicy
  package let timing: Timing
  package let send: RequestSender
  /// Called with the number of each attempt when it begins, from 1.
  package let tell: @Sendable (_ attempt: Int) -> Void
  /// Makes the request of each attempt, which contains the time.
  package let request: @Sendable (Date) -> HTTPRequest

  package init(
    operation: Operation, context: RequestContext, retries: RetryPolicy, timing: Timing,
    send: @escaping RequestSender, tell: @escaping @Sendable (_ attempt: Int) -> Void = { _ in },
    request: @escaping @Sendable (Date) -> HTTPRequest
  ) {
    self.operation = operation
    self.context = context
    self.retries = retries
    self.timing = timing
    self.send = send
    self.tell = tell
    self.request = request
  }
}

extension Attempts {
  /// The answer; throws `ServiceError`, or `CancellationError` if the task is cancelled.
  package func answer() async throws -> Operation.Answer {
    let violations = operation.violations
    guard violations.isEmpty else { throw ServiceError.invalid(violations, context) }
    do {
      return try await withTimeout(.seconds(retries.seconds), timing.sleep) { try await attempt() }
    } catch is TimeoutError {
      throw usedCodeError("no answer in \(retries.seconds) seconds")
        ?? .timedOut(seconds: retries.seconds, context)
    }
  }

  /// Sends the operation, with retries.
  ///
  /// A wrong clock is corrected once, by the answer's Date header. That does not count as an
  /// attempt.
  private func attempt() async throws -> Operation.Answer {
    var skew: TimeInterval?
    var attempt = 1
    tell(attempt)
    while true {
      let sent = timing.now() + (skew ?? 0)
      let request = request(sent)
      let outcome = try await outcome(of: request)
      if skew == nil, let correction = correction(of: sent, after: outcome) {
        skew = correction
        continue
      }
      guard attempt < retries.attempts, outcome.deservesRetry(context) || isGarbled(outcome) else {
        let exchange = Exchange(request: request, sent: sent, skew: skew ?? 0)
        return try answer(outcome, to: exchange, after: attempt)
      }
      try await timing.sleep(retries.delay(after: attempt, chance: timing.chance()))
      attempt += 1
      tell(attempt)
    }
  }

  private func isGarbled(_ outcome: Outcome) -> Bool {
    guard Operation.retriesUnlessJSON, case .answered(let response) = outcome else {
      return false
    }
    do throws(ResponseError) {
      _ = try operation.answer(response, at: timing.now())
      return false
    } catch {
      return error == .notJSON
    }
  }

  /// The correction of this machine's clock for the next attempt, in seconds.
  ///
  /// Nil if another time would not help. The corrected time is learnt only once AWS accepts it.
  private func correction(of sent: Date, after outcome: Outcome) -> TimeInterval? {
    guard Operation.knowsTime, case .refused(let errorResponse, let response) = outcome,
      errorResponse.blamesClock
    else { return nil }
    guard let date = response.date else { return timing.forget() ? 0 : nil }
    guard abs(date.timeIntervalSince(sent)) > toleratedSkew else { return nil }
    return date.timeIntervalSince(timing.now())
  }

  private func outcome(of request: HTTPRequest) async throws -> Outcome {
    do {
      return Outcome(try await send(request), errorResponse: Operation.errorResponse)
    } catch let error as HTTPError {
      try Task.checkCancellation()
      return .failed(error)
    }
  }

  private func answer(
    _ outcome: Outcome, to exchange: Exchange, after attempts: Int
  ) throws(ServiceError) -> Operation.Answer {
    switch outcome {
    case .answered(let response):
      do { return try read(response, to: exchange) } catch {
        throw usedCodeError("\(error)") ?? .unreadable(error, status: response.status, context)
      }
    case .refused(let errorResponse, let response):
      if errorResponse.followsSignature { learn(exchange.acceptedTime(in: response), exchange) }
      let isUnavailable = ErrorReason(errorResponse, context) == .unavailable
      throw (isUnavailable ? usedCodeError(errorResponse.code) : nil)
        ?? ServiceError(errorResponse, context)
    case .unreadable(_, let status) where isTransient(status):
      throw usedCodeError("HTTP \(status)")
        ?? .unavailable(status: status, attempts: attempts, context)
    case .unreadable(let error, let status):
      throw usedCodeError("\(error)") ?? .unreadable(error, status: status, context)
    case .failed(let error):
      throw (error.isConfigurationError ? nil : usedCodeError("\(error)"))
        ?? .noResponse(error, attempts: attempts, context)
    }
  }

  /// The content of a successful answer, checked at the time that the answer proves, if it does.
  private func read(
    _ response: HTTPResponse, to exchange: Exchange
  ) throws(ResponseError) -> Operation.Answer {
    let now = timing.now() + exchange.skew
    let answer = try operation.answer(response, at: now)
    let proven =
      exchange.isSigned
      ? exchange.acceptedTime(in: response)
      : grantedTime(expiration: Operation.grantedExpiration(of: answer), in: response)
    try Operation.check(answer, at: (Operation.knowsTime ? proven : nil) ?? now)
    learn(proven, exchange)
    return answer
  }

  private func learn(_ time: Date?, _ exchange: Exchange) {
    guard Operation.knowsTime, let time else { return }
    timing.learn(time, exchange.request.url)
  }

  /// The error for an MFA code that was sent and may be used up; nil if none was sent.
  private func usedCodeError(_ reason: String) -> ServiceError? {
    context.mfaSerial == nil ? nil : .codeMayBeUsed(because: reason, context)
  }
}
