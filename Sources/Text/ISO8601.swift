package import Foundation
import Glibc

/// A time as AWS writes it, of the years 1970 to 9999: ISO 8601 with `Z`, `UTC` or an offset, with fractions or
/// without.
///
/// nil for anything else: what has no zone is no instant, and there is no February 30.
package func parseISO8601(_ text: String) -> Date? {
  let text = Substring(text)
  guard let seconds = seconds(of: text.prefix(19)) else { return nil }
  var rest = text.dropFirst(19)
  var fraction = 0.0
  if rest.first == "." {
    let digits = rest.dropFirst().prefix { "0"..."9" ~= $0 }
    // So many nines are a second more to it.
    fraction = min(Double("0." + digits) ?? 0, 0.999)
    rest = rest.dropFirst(1 + digits.count)
  }
  guard let east = secondsEast(rest), 0...lastSecond ~= seconds - east else { return nil }
  return Date(timeIntervalSince1970: Double(seconds - east) + fraction)
}

/// The last second of the year 9999.
private let lastSecond = 253_402_300_799

/// The seconds since 1970 at a date and time of Greenwich's, which must fill all of the text.
private func seconds(of text: Substring) -> Int? {
  let parts = text.split(omittingEmptySubsequences: false) { "-Tt :".contains($0) }
  let numbers = parts.compactMap(number)
  guard parts.map(\.count) == [4, 2, 2, 2, 2, 2], numbers.count == 6,
    ["--T::", "--t::", "-- ::"].contains(text.filter { !("0"..."9" ~= $0) }),
    numbers[3] < 24, numbers[4] < 60, numbers[5] <= 60,
    let days = days(numbers[0], numbers[1], numbers[2])
  else { return nil }
  return days * 86_400 + numbers[3] * 3600 + numbers[4] * 60 + numbers[5]
}

/// The days since 1970 at a day of the calendar; nil for one that it does not have.
private func days(_ year: Int, _ month: Int, _ day: Int) -> Int? {
  let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  guard 1...12 ~= month, 1...lengths[month - 1] ~= day else { return nil }
  // By years that begin in March, so that the leap day comes last.
  let shifted = month > 2 ? year : year - 1
  let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
  return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
}

private func secondsEast(_ zone: Substring) -> Int? {
  if ["Z", "z", "UTC", "utc"].contains(zone) { return 0 }
  guard let sign = zone.first, "+-".contains(sign), [5, 6].contains(zone.count) else { return nil }
  let digits = Substring(zone.dropFirst().filter { $0 != ":" })
  guard digits.count == 4, let hours = number(digits.prefix(2)), hours < 24,
    let minutes = number(digits.suffix(2)), minutes < 60
  else { return nil }
  return (hours * 3600 + minutes * 60) * (sign == "-" ? -1 : 1)
}

private func number(_ text: Substring) -> Int? {
  text.allSatisfy { "0"..."9" ~= $0 } ? Int(text) : nil
}

extension Date {
  /// In seconds since 1970, rounded down; a time that no calendar of ours bears is the nearest that it does.
  ///
  /// The ends of sessions come from answers and files: `Int` of what they say may not exist.
  package var wholeSeconds: Int {
    let seconds = timeIntervalSince1970.rounded(.down)
    // In this order what is no number is the first of them.
    return Int(min(Self.lastSecond, max(Self.firstSecond, seconds)))
  }

  /// The first second of the year 1 and the last one of 9999, since 1970.
  private static let (firstSecond, lastSecond) = (-62_135_596_800.0, 253_402_300_799.0)
}

/// A time as we write it into AWS's caches: `2026-11-21T06:49:55Z`, fractions cut off, the year of four digits.
package func iso8601(_ date: Date) -> String {
  // In this order a time that is no number is the first one.
  var seconds = time_t(min(lastTime, max(firstTime, date.timeIntervalSince1970.rounded(.down))))
  var clock = tm()
  gmtime_r(&seconds, &clock)
  func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
  let day = "\(clock.tm_year + 1900)-\(two(clock.tm_mon + 1))-\(two(clock.tm_mday))"
  return "\(day)T\(two(clock.tm_hour)):\(two(clock.tm_min)):\(two(clock.tm_sec))Z"
}

/// The first second of the year 1000 and the last one of 9999, since 1970.
private let (firstTime, lastTime) = (-30_610_224_000.0, 253_402_300_799.0)
