package import AWSClient

/// Hands out moments to call at, each no sooner than the last one and an interval.
package actor RateLimiter {
  private let interval: Duration
  private var next: ContinuousClock.Instant?

  package init(perSecond calls: Int) {
    interval = .seconds(1) / calls
  }

  /// How long to wait from `now` for the next moment, which is taken.
  package func delay(at now: ContinuousClock.Instant) -> Duration {
    let moment = max(now, next ?? now)
    next = moment + interval
    return now.duration(to: moment)
  }
}

/// A sender of so many calls a second at most, whoever makes them.
package func rateLimited(
  _ sender: @escaping @Sendable (String?) -> RequestSender, callsPerSecond: Int
) -> @Sendable (String?) -> RequestSender {
  let pace = RateLimiter(perSecond: callsPerSecond)
  return { caBundle in
    let send = sender(caBundle)
    return { request in
      try await Task.sleep(for: await pace.delay(at: .now))
      return try await send(request)
    }
  }
}
