import Shells

/// How long to wait before AWS is asked for another session: never less than some seconds between two askings, whatever
/// clocks and answers say, and ever longer where nothing comes of it.
struct RenewalPace: Sendable {
  private var least = 0.0

  /// Seconds until a session's renewal, at a time in seconds since 1970.
  func wait(for renewal: Renewal, at now: Double) -> Double {
    max(least, Double(renewal.start) - now)
  }

  /// Counts an asking that ended at a time, with when the session that is there now is to be renewed.
  mutating func asked(_ renewal: Renewal, at now: Double) {
    let pause = Double(renewal.pause)
    let isLasting = Double(renewal.start) > now
    least = isLasting ? pause : min(max(pause, least * 2), longestPause)
  }
}

/// In seconds: a network that is back again should not go unnoticed for longer.
private let longestPause = 300.0
