package import AWSClient

/// Assigns times to calls, with a minimum interval between them.
package actor RateLimiter {
  private let interval: Duration
  private var next: ContinuousClock.Instant?

  package init(perSecond calls: Int) {
    interval = .seconds(1) / calls
  }

  /// The wait from `now` until the next free time, which is then taken.
  package func delay(at now: ContinuousClock.Instant) -> Duration {
    let moment = max(now, next ?? now)
    next = moment + interval
    return now.duration(to: moment)
  }
}

/// A sender that makes at most `callsPerSecond` calls a second for all its users together.
package func rateLimited(
  _ sender: @escaping @Sendable (String?) -> RequestSender, callsPerSecond: Int
) -> @Sendable (String?) -> RequestSender {
  let limiter = RateLimiter(perSecond: callsPerSecond)
  return { caBundle in
    let send = sender(caBundle)
    return { request in
      try await Task.sleep(for: await limiter.delay(at: .now))
      return try await send(request)
    }
  }
}
