import Foundation

/// One question to a service, asked until there is an answer or a reason not to ask again.
struct Attempts<Operation: APIOperation>: Sendable {
  let operation: Operation
  let asked: Asked
  let retries: RetryPolicy
  let timing: Timing
  let send: Send
  /// Made anew for each attempt, since it holds the time.
  let request: @Sendable (Date) -> HTTPRequest
}

extension Attempts {
  /// The answer; throws `Problem`, or `CancellationError` where the task is cancelled.
  func answer() async throws -> Operation.Answer {
    let faults = operation.faults
    guard faults.isEmpty else { throw Problem.invalid(faults, asked) }
    do {
      return try await within(.seconds(retries.seconds), timing.sleep) { try await attempt() }
    } catch is TimeIsOver {
      throw lost("no answer in \(retries.seconds) seconds")
        ?? .outOfTime(seconds: retries.seconds, asked)
    }
  }

  /// A clock that is off is corrected once, by the answer's Date, and counts as no attempt.
  private func attempt() async throws -> Operation.Answer {
    var skew: TimeInterval?
    var attempt = 1
    while true {
      let sent = timing.now() + (skew ?? 0)
      let outcome = try await outcome(of: request(sent))
      if case .refused(let refusal, let response) = outcome, let date = learnt(from: response),
        skew == nil, refusal.blamesClock, abs(date.timeIntervalSince(sent)) > toleratedSkew
      {
        // None is left where it was learnt.
        skew = date.timeIntervalSince(timing.now())
        continue
      }
      guard attempt < retries.attempts, outcome.deservesRetry(asked)
      else { return try answer(outcome, after: attempt, skew ?? 0) }
      try await timing.sleep(retries.delay(after: attempt, chance: timing.chance()))
      attempt += 1
    }
  }

  private func outcome(of request: HTTPRequest) async throws -> Outcome {
    do {
      return Outcome(try await send(request), refusal: Operation.refusal)
    } catch let failure as HTTPFailure {
      try Task.checkCancellation()
      return .failed(failure)
    }
  }

  private func answer(
    _ outcome: Outcome, after attempts: Int, _ skew: TimeInterval
  ) throws(Problem) -> Operation.Answer {
    switch outcome {
    case .answered(let response):
      do { return try read(response, skew) } catch {
        throw lost("\(error)") ?? .unreadable(error, status: response.status, asked)
      }
    case .refused(let refusal, _):
      throw (Reason(refusal, asked) == .unavailable ? lost(refusal.code) : nil)
        ?? Problem(refusal, asked)
    case .unreadable(let fault, let status):
      throw lost("\(fault)") ?? .unreadable(fault, status: status, asked)
    case .failed(let failure):
      throw lost("\(failure)") ?? .noAnswer(failure, attempts: attempts, asked)
    }
  }

  /// Who answers as AWS does knows its time.
  private func read(
    _ response: HTTPResponse, _ skew: TimeInterval
  ) throws(AnswerFault) -> Operation.Answer {
    var now = timing.now() + skew
    var answer = try operation.answer(response, at: now)
    if learnt(from: response) != nil {
      now = timing.now() + skew
      answer = try operation.answer(response, at: now)
    }
    try check(answer, at: now)
    return answer
  }

  /// AWS's time as an answer shows it, where it shows it.
  private func learnt(from response: HTTPResponse) -> Date? {
    guard Operation.knowsTime, let date = response.date else { return nil }
    timing.learn(date)
    return date
  }

  /// The problem of an MFA code that went out and may be used up; nil where none did.
  private func lost(_ reason: String) -> Problem? {
    asked.mfaSerial == nil ? nil : .codeMayBeUsed(because: reason, asked)
  }
}
