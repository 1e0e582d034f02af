/// How often a request is retried, as in the AWS CLI's standard mode, and for how long in total.
package struct RetryPolicy: Sendable, Hashable {
  /// The wait between two attempts.
  package enum Pause: Sendable, Hashable {
    /// A random time of up to 1, 2, 4, 8, 16, 20 seconds.
    case growing
    case fixed(seconds: Int)
  }

  /// The maximum number of attempts, including the first, as in `AWS_MAX_ATTEMPTS`.
  package var attempts: Int
  /// The time limit for all attempts and the waits between them, in seconds.
  package var seconds: Int
  package var pause: Pause

  package init(attempts: Int = 3, seconds: Int = 50, pause: Pause = .growing) {
    self.attempts = attempts
    self.seconds = seconds
    self.pause = pause
  }
}

extension RetryPolicy {
  /// The wait after an attempt, counted from 1; `chance` is a number from 0 to 1.
  package func delay(after attempt: Int, chance: Double) -> Duration {
    switch pause {
    case .growing: .seconds(chance * Double(min(1 << min(attempt - 1, 5), 20)))
    case .fixed(let seconds): .seconds(seconds)
    }
  }
}
