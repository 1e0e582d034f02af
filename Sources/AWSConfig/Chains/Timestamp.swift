import Foundation

/// The instant of an ISO 8601 date and time with its zone, such as `2035-01-01T00:00:00Z`, `…+09:00`, `…+0900` or `…UTC`.
///
/// nil where it is written otherwise: a time without a zone is no instant.
func timestamp(_ text: String) -> Date? {
  var rest = Substring(text.uppercased())
  let zone: Substring
  if let name = ["Z", "UTC"].first(where: rest.hasSuffix) {
    zone = "+00:00"
    rest.removeLast(name.count)
  } else {
    let sign = rest.lastIndex { $0 == "+" || $0 == "-" } ?? rest.endIndex
    zone = rest[sign...]
    rest = rest[..<sign]
  }
  let halves = rest.split(omittingEmptySubsequences: false) { $0 == "T" || $0 == " " }
  guard halves.count == 2, let day = numbers(halves[0], "-", 3), let offset = seconds(zone: zone)
  else { return nil }
  let clock = halves[1].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
  guard let time = numbers(clock[0], ":", 3), let date = midnight(day[0], day[1], day[2]),
    time[0] < 24, time[1] < 60, time[2] <= 60
  else { return nil }
  guard clock.count == 1 || clock[1].allSatisfy(\.isASCIIDigit) else { return nil }
  let fraction = clock.count == 2 ? Double("0." + clock[1]) ?? 0 : 0
  let whole = time[0] * 3600 + time[1] * 60 + time[2] - offset
  return date.addingTimeInterval(Double(whole) + fraction)
}

private func numbers(_ text: Substring, _ separator: Character, _ count: Int) -> [Int]? {
  let parts = text.split(separator: separator, omittingEmptySubsequences: false)
  // None of them has more than a year's four digits, and of more the seconds could not be counted.
  let numbers = parts.compactMap {
    $0.count <= 4 && $0.allSatisfy(\.isASCIIDigit) ? Int($0) : nil
  }
  return parts.count == count && numbers.count == count ? numbers : nil
}

private func seconds(zone: Substring) -> Int? {
  guard let sign = zone.first, sign == "+" || sign == "-",
    let parts = zone.count == 5
      ? hoursAndMinutes(zone.dropFirst()) : numbers(zone.dropFirst(), ":", 2)
  else { return nil }
  return (parts[0] * 3600 + parts[1] * 60) * (sign == "-" ? -1 : 1)
}

/// Of four digits without a colon.
private func hoursAndMinutes(_ text: Substring) -> [Int]? {
  guard text.allSatisfy(\.isASCIIDigit), let hours = Int(text.prefix(2)),
    let minutes = Int(text.suffix(2))
  else { return nil }
  return [hours, minutes]
}

private func midnight(_ year: Int, _ month: Int, _ day: Int) -> Date? {
  guard (1...12).contains(month), (1...31).contains(day), (1...9999).contains(year) else {
    return nil
  }
  // Days since 1970, by years that begin in March, so that the leap day comes last.
  let shifted = month > 2 ? year : year - 1
  let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
  let days = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
  return Date(timeIntervalSince1970: Double(days) * 86_400)
}

extension Character {
  fileprivate var isASCIIDigit: Bool {
    ("0"..."9").contains(self)
  }
}
