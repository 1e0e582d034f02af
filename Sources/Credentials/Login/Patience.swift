import STS

/// How long something may take to be renewed.
enum TimeBudget: Sendable {
  /// Nothing else serves.
  case long
  /// What there is still lasts: its renewal must not cost the time of all that follows.
  case short

  init(lasts: Bool) { self = lasts ? .short : .long }

  /// How long to wait for whoever else renews it.
  var lockSeconds: Int { self == .short ? 5 : 45 }

  func retries(_ services: ServiceEndpoints) -> RetryPolicy {
    switch self {
    case .long: RetryPolicy(attempts: services.attempts, seconds: 45)
    case .short: RetryPolicy(attempts: 1, seconds: 10)
    }
  }
}
