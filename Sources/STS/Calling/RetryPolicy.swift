/// How often STS is asked again, as the AWS CLI's standard mode does it, and how long in all.
package struct RetryPolicy: Sendable, Hashable {
  /// The first attempt included; what `AWS_MAX_ATTEMPTS` says.
  package var attempts: Int
  /// The end of all attempts and the waiting between them, in seconds.
  package var seconds: Int

  package init(attempts: Int = 3, seconds: Int = 50) {
    self.attempts = attempts
    self.seconds = seconds
  }
}

extension RetryPolicy {
  /// The wait after an attempt, counted from 1: by chance (0 to 1) up to 1, 2, 4, 8, 16, 20 s.
  package func delay(after attempt: Int, chance: Double) -> Duration {
    .seconds(chance * Double(min(1 << min(attempt - 1, 5), 20)))
  }
}
