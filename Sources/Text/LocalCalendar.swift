import Glibc

/// A moment with the offset that local clocks have at it.
package struct Moment: Equatable, Sendable {
  /// Seconds since 1970.
  package var seconds: Int
  /// How many seconds local clocks are ahead of UTC at that moment.
  package var offset: Int

  package init(_ seconds: Int, offset: Int) {
    self.seconds = seconds
    self.offset = offset
  }
}

extension Moment {
  /// The local time: `14:02`; empty for a year out of range.
  package var clock: String {
    parts.map { "\(twoDigits($0.tm_hour)):\(twoDigits($0.tm_min))" } ?? ""
  }

  /// The local date: `2026-11-25`; empty for a year out of range.
  package var date: String {
    guard let parts else { return "" }
    return "\(Int(parts.tm_year) + 1900)-\(twoDigits(parts.tm_mon + 1))-\(twoDigits(parts.tm_mday))"
  }

  /// The local date and time: `2026-11-25 14:02`.
  package var dateAndClock: String { "\(date) \(clock)" }

  /// The local day, in days since 1970.
  package var day: Int { Int((Double(seconds + offset) / 86_400).rounded(.down)) }

  private var parts: tm? {
    var time = seconds + offset
    var parts = tm()
    return gmtime_r(&time, &parts) == nil ? nil : parts
  }
}

/// Dates and times relative to the local day.
package struct LocalCalendar: Sendable, Hashable {
  /// Days since 1970.
  private let today: Int
  private let offset: Int

  /// A calendar as of `now`, in seconds since 1970, for clocks ahead of UTC by `offset` seconds.
  package init(now: Int, offset: Int) {
    self.offset = offset
    today = Moment(now, offset: offset).day
  }

  package func isToday(_ now: Int) -> Bool { Moment(now, offset: offset).day == today }

  /// A time as `2026-01-31 23:59`, with `today` or `yesterday` before it if it applies; empty for a
  /// year out of range.
  ///
  /// `offset` is that of the given time, which may differ from that of now.
  package func text(for second: Int, offset: Int) -> String {
    let moment = Moment(second, offset: offset)
    guard !moment.date.isEmpty else { return "" }
    let word = moment.day == today ? "today " : moment.day == today - 1 ? "yesterday " : ""
    return word + moment.dateAndClock
  }
}

extension Moment {
  /// How long ago it was, the coarser the longer: `just now`, `5 min ago`, `2 h ago`, `yesterday
  /// 14:02`, `3 days ago`, `5 weeks ago`, `7 months ago`, `2 years ago`.
  package func ago(at now: Moment) -> String {
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
}
