package import Foundation

/// One question to a service, asked until there is an answer or a reason not to ask again.
package struct Attempts<Operation: APIOperation>: Sendable {
  package let operation: Operation
  package let context: RequestContext
  package let retries: RetryPolicy
  package let timing: Timing
  package let send: RequestSender
  /// Told the number of each attempt as it begins.
  package let tell: @Sendable (_ attempt: Int) -> Void
  /// Made anew for each attempt, since it holds the time.
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
  /// The answer; throws `ServiceError`, or `CancellationError` where the task is cancelled.
  package func answer() async throws -> Operation.Answer {
    let faults = operation.violations
    guard faults.isEmpty else { throw ServiceError.invalid(faults, context) }
    do {
      return try await withTimeout(.seconds(retries.seconds), timing.sleep) { try await attempt() }
    } catch is TimeoutError {
      throw usedCodeError("no answer in \(retries.seconds) seconds")
        ?? .timedOut(seconds: retries.seconds, context)
    }
  }

  /// A clock that is off is corrected once, by the answer's Date, and counts as no attempt.
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

  /// What our clock is to be put right by for another attempt; nil where no other time would help.
  ///
  /// Only once that attempt is accepted is its time believed, and learnt.
  private func correction(of sent: Date, after outcome: Outcome) -> TimeInterval? {
    guard Operation.knowsTime, case .refused(let refusal, let response) = outcome,
      refusal.blamesClock
    else { return nil }
    guard let date = response.date else { return timing.forget() ? 0 : nil }
    guard abs(date.timeIntervalSince(sent)) > toleratedSkew else { return nil }
    return date.timeIntervalSince(timing.now())
  }

  private func outcome(of request: HTTPRequest) async throws -> Outcome {
    do {
      return Outcome(try await send(request), refusal: Operation.errorResponse)
    } catch let failure as HTTPError {
      try Task.checkCancellation()
      return .failed(failure)
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
    case .refused(let refusal, let response):
      if refusal.followsSignature { learn(exchange.acceptedTime(in: response), exchange) }
      throw (ErrorReason(refusal, context) == .unavailable ? usedCodeError(refusal.code) : nil)
        ?? ServiceError(refusal, context)
    case .unreadable(_, let status) where isTransient(status):
      throw usedCodeError("HTTP \(status)")
        ?? .unavailable(status: status, attempts: attempts, context)
    case .unreadable(let fault, let status):
      throw usedCodeError("\(fault)") ?? .unreadable(fault, status: status, context)
    case .failed(let failure):
      throw (failure.isConfigurationError ? nil : usedCodeError("\(failure)"))
        ?? .noResponse(failure, attempts: attempts, context)
    }
  }

  /// Held against the time that the answer itself proves, where it proves one.
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

  /// The problem of an MFA code that went out and may be used up; nil where none did.
  private func usedCodeError(_ reason: String) -> ServiceError? {
    context.mfaSerial == nil ? nil : .codeMayBeUsed(because: reason, context)
  }
}
