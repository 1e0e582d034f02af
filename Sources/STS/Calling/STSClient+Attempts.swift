import Foundation

extension STSClient {
  /// Asks until there is an answer, or a reason not to ask again.
  ///
  /// A clock that is off is corrected once, by the answer's Date, and counts as no attempt.
  func attempt<Operation: STSOperation>(
    _ operation: Operation, _ asked: Asked
  ) async throws -> Operation.Answer {
    var skew: TimeInterval?
    var attempt = 1
    while true {
      let now = timing.now()
      let outcome = try await outcome(of: request(operation, at: now + (skew ?? 0)))
      if case .refused(let refusal, let response) = outcome, skew == nil,
        let found = clockSkew(refusal, in: response, at: now)
      {
        skew = found
        continue
      }
      guard attempt < retries.attempts, outcome.deservesRetry(withCode: asked.mfaSerial != nil)
      else { return try answer(operation, outcome, after: attempt, asked) }
      try await timing.sleep(retries.delay(after: attempt, chance: timing.chance()))
      attempt += 1
    }
  }

  private func outcome(of request: HTTPRequest) async throws -> Outcome {
    do {
      return Outcome(try await send(request))
    } catch let failure as HTTPFailure {
      try Task.checkCancellation()
      return .failed(failure)
    }
  }

  private func answer<Operation: STSOperation>(
    _ operation: Operation, _ outcome: Outcome, after attempts: Int, _ asked: Asked
  ) throws(Problem) -> Operation.Answer {
    switch outcome {
    case .answered(let response):
      do { return try Operation.answer(response) } catch {
        throw lost(asked, "\(error)") ?? .unreadable(error, status: response.status, asked)
      }
    case .refused(let refusal, _):
      throw (Reason(refusal) == .unavailable ? lost(asked, refusal.code) : nil)
        ?? Problem(refusal, asked)
    case .unreadable(let fault, let status):
      throw lost(asked, "\(fault)") ?? .unreadable(fault, status: status, asked)
    case .failed(let failure):
      throw lost(asked, "\(failure)") ?? .noAnswer(failure, attempts: attempts, asked)
    }
  }

  private func lost(_ asked: Asked, _ reason: String) -> Problem? {
    asked.mfaSerial == nil ? nil : .codeMayBeUsed(because: reason, asked)
  }
}
