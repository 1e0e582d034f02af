import STS

/// Hands out moments to call at, each no sooner than the last one and an interval.
actor Pace {
  private let interval: Duration
  private var next: ContinuousClock.Instant?

  init(perSecond calls: Int) {
    interval = .seconds(1) / calls
  }

  /// How long to wait from `now` for the next moment, which is taken.
  func wait(at now: ContinuousClock.Instant) -> Duration {
    let moment = max(now, next ?? now)
    next = moment + interval
    return now.duration(to: moment)
  }
}

/// A sender of so many calls a second at most, whoever makes them.
func paced(
  _ sender: @escaping @Sendable (String?) -> Send, callsPerSecond: Int
) -> @Sendable (String?) -> Send {
  let pace = Pace(perSecond: callsPerSecond)
  return { caBundle in
    let send = sender(caBundle)
    return { request in
      try await Task.sleep(for: await pace.wait(at: .now))
      return try await send(request)
    }
  }
}
