import Glibc

/// Days and times as the clocks here have them.
package struct LocalCalendar: Sendable, Hashable {
  /// In days since 1970.
  private let today: Int
  private let offset: Int

  /// A calendar as of `now`, in seconds since 1970, with clocks that are ahead of UTC by `offset`
  /// seconds.
  package init(now: Int, offset: Int) {
    self.offset = offset
    today = day(ofSecond: now + offset)
  }

  package func isToday(_ now: Int) -> Bool { day(ofSecond: now + offset) == today }

  /// Such as `2026-01-31 23:59` or `yesterday 2026-01-30 08:05`; empty for a year that no clock
  /// shows.
  ///
  /// The offset is that of the moment, which is not always that of now.
  package func text(for second: Int, offset: Int) -> String {
    var time = second + offset
    let day = day(ofSecond: time)
    var parts = tm()
    guard gmtime_r(&time, &parts) != nil else { return "" }
    let date = "\(parts.tm_year + 1900)-\(twoDigits(parts.tm_mon + 1))-\(twoDigits(parts.tm_mday))"
    let word = day == today ? "today " : day == today - 1 ? "yesterday " : ""
    return "\(word)\(date) \(twoDigits(parts.tm_hour)):\(twoDigits(parts.tm_min))"
  }
}

private func day(ofSecond second: Int) -> Int {
  second >= 0 ? second / 86_400 : (second + 1) / 86_400 - 1
}

private func twoDigits(_ number: Int32) -> String {
  number < 10 ? "0\(number)" : "\(number)"
}
