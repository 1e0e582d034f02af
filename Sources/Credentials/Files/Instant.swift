package import Foundation
import Glibc

/// A time as AWS's caches write it: ISO 8601 with `Z`, `UTC` or an offset, with fractions or without.
///
/// nil for anything else; what has no zone is no instant.
package func instant(_ text: String) -> Date? {
  let text = Substring(text)
  guard let seconds = seconds(of: text.prefix(19)) else { return nil }
  var rest = text.dropFirst(19)
  var fraction = 0.0
  if rest.first == "." {
    let digits = rest.dropFirst().prefix { "0"..."9" ~= $0 }
    fraction = Double("0." + digits) ?? 0
    rest = rest.dropFirst(1 + digits.count)
  }
  return secondsEast(rest).map { Date(timeIntervalSince1970: Double(seconds - $0) + fraction) }
}

/// The seconds since 1970 at a date and time of Greenwich's, which must fill all of the text.
private func seconds(of text: Substring) -> Int? {
  let parts = text.split(omittingEmptySubsequences: false) { "-Tt :".contains($0) }
  let numbers = parts.compactMap(number)
  guard parts.map(\.count) == [4, 2, 2, 2, 2, 2], numbers.count == 6,
    ["--T::", "--t::", "-- ::"].contains(text.filter { !("0"..."9" ~= $0) }),
    1...12 ~= numbers[1], 1...31 ~= numbers[2], numbers[3] < 24, numbers[4] < 60, numbers[5] <= 60
  else { return nil }
  var clock = tm()
  clock.tm_year = Int32(numbers[0] - 1900)
  clock.tm_mon = Int32(numbers[1] - 1)
  clock.tm_mday = Int32(numbers[2])
  return timegm(&clock) + numbers[3] * 3600 + numbers[4] * 60 + numbers[5]
}

private func secondsEast(_ zone: Substring) -> Int? {
  if ["Z", "z", "UTC"].contains(zone) { return 0 }
  guard let sign = zone.first, "+-".contains(sign) else { return nil }
  let digits = Substring(zone.dropFirst().filter { $0 != ":" })
  guard digits.count == 4, [5, 6].contains(zone.count), let hours = number(digits.prefix(2)),
    let minutes = number(digits.suffix(2))
  else { return nil }
  return (hours * 3600 + minutes * 60) * (sign == "-" ? -1 : 1)
}

private func number(_ text: Substring) -> Int? {
  text.allSatisfy { "0"..."9" ~= $0 } ? Int(text) : nil
}

/// A time as we write it into AWS's caches: `2026-11-21T06:49:55Z`, fractions cut off, the year of four digits.
package func awsTime(_ date: Date) -> String {
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
