import Glibc

/// A point in time in the user's time zone.
package struct Moment: Equatable, Sendable {
  /// In seconds since 1970.
  package var seconds: Int
  /// The offset of the time zone from UTC at that time, in seconds.
  package var offset: Int

  package init(_ seconds: Int, offset: Int) {
    self.seconds = seconds
    self.offset = offset
  }
}

extension Moment {
  /// `14:02`.
  var clock: String { parts.map { "\(twoDigits($0.tm_hour)):\(twoDigits($0.tm_min))" } ?? "" }

  /// `2026-11-25`; empty if the year is out of range.
  var date: String {
    guard let parts else { return "" }
    return "\(Int(parts.tm_year) + 1900)-\(twoDigits(parts.tm_mon + 1))-\(twoDigits(parts.tm_mday))"
  }

  /// `2026-11-25 14:02`.
  var dateAndClock: String { "\(date) \(clock)" }

  /// How long ago it was, rounded more the longer ago: `just now`, `5 min ago`, `2 h ago`,
  /// `yesterday 14:02`, `3 days ago`, `5 weeks ago`, `7 months ago`, `2 years ago`.
  func ago(at now: Moment) -> String {
    let seconds = now.seconds - self.seconds
    let days = now.day - day
    switch (seconds, days) {
    case (..<60, _): return "just now"
    case (..<3600, _): return "\(seconds / 60) min ago"
    case (_, ...0), (..<21_600, _): return "\(seconds / 3600) h ago"
    case (_, 1): return "yesterday \(clock)"
    case (_, ..<14): return "\(days) days ago"
    case (_, ..<60): return "\(days / 7) weeks ago"
    case (_, ..<730): return "\(days * 12 / 365) months ago"
    default: return "\(days / 365) years ago"
    }
  }

  /// In days since 1970.
  private var day: Int { Int((Double(seconds + offset) / 86_400).rounded(.down)) }

  private var parts: tm? {
    var time = seconds + offset
    var parts = tm()
    return gmtime_r(&time, &parts) == nil ? nil : parts
  }
}

private func twoDigits(_ number: Int32) -> String {
  number < 10 ? "0\(number)" : "\(number)"
}

/// A duration in seconds as short text: `1 h`, `90 min`, `45 s`.
func span(_ seconds: Int) -> String {
  if seconds > 0, seconds.isMultiple(of: 3600) { return "\(seconds / 3600) h" }
  if seconds > 0, seconds.isMultiple(of: 60) { return "\(seconds / 60) min" }
  return "\(seconds) s"
}
