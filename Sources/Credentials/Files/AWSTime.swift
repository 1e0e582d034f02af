package import Foundation
import Glibc

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
