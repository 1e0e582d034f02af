package import Foundation
import Glibc

/// The time that an ISO 8601 text states, of the years 1970 to 9999, as AWS writes it.
///
/// The zone is `Z`, `UTC` or an offset; fractions are optional. nil for anything else: a text
/// without a zone is not an instant, and February 30 does not exist.
package func parseISO8601(_ text: String) -> Date? {
  let text = Substring(text)
  guard let seconds = seconds(of: text.prefix(19)) else { return nil }
  var rest = text.dropFirst(19)
  var fraction = 0.0
  if rest.first == "." {
    let digits = rest.dropFirst().prefix { "0"..."9" ~= $0 }
    // A long run of nines would round up to the next second.
    fraction = min(Double("0." + digits) ?? 0, 0.999)
    rest = rest.dropFirst(1 + digits.count)
  }
  guard let east = secondsEast(rest), 0...lastSecond ~= seconds - east else { return nil }
  return Date(timeIntervalSince1970: Double(seconds - east) + fraction)
}

/// The first second of the year 1 and the last one of 9999, since 1970.
private let (firstSecond, lastSecond) = (-62_135_596_800, 253_402_300_799)

/// The seconds since 1970 of a date and time in UTC that fills all of the text.
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

/// The days since 1970 of a date; nil for one that the calendar does not have.
private func days(_ year: Int, _ month: Int, _ day: Int) -> Int? {
  let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  guard 1...12 ~= month, 1...lengths[month - 1] ~= day else { return nil }
  // Years that begin in March have the leap day at their end.
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
  /// The seconds since 1970, rounded down, limited to the years 1 to 9999.
  ///
  /// Session ends come from answers and files, and may be too large for an `Int`.
  package var wholeSeconds: Int {
    let seconds = timeIntervalSince1970.rounded(.down)
    // In this order NaN becomes the first of them.
    return Int(min(Double(lastSecond), max(Double(firstSecond), seconds)))
  }
}

/// The time in ISO 8601 and UTC, without fractions.
///
/// An example is `2026-11-21T06:49:55Z`. The year always has four digits.
package func iso8601(_ date: Date) -> String {
  var seconds = time_t(date.wholeSeconds)
  var clock = tm()
  gmtime_r(&seconds, &clock)
  let year = String(clock.tm_year + 1900)
  let paddedYear = String(repeating: "0", count: max(0, 4 - year.utf8.count)) + year
  return "\(paddedYear)-\(twoDigits(clock.tm_mon + 1))-\(twoDigits(clock.tm_mday))"
    + "T\(twoDigits(clock.tm_hour)):\(twoDigits(clock.tm_min)):\(twoDigits(clock.tm_sec))Z"
}
