/// The seconds of a duration such as `3600`, `90m`, `12h` or `1h30m`; nil for any other text.
package func parseDuration(_ text: String) -> Int? {
  var rest = text.lowercased().filter { $0 != " " }[...]
  if let seconds = count(rest) { return seconds }
  var units = [(Character("h"), 3600), ("m", 60), ("s", 1)][...]
  var total = 0
  repeat {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let unit = rest[digits.endIndex...].first
    guard let count = count(digits), let place = units.firstIndex(where: { $0.0 == unit })
    else { return nil }
    total += count * units[place].1
    units = units[(place + 1)...]
    rest = rest[digits.endIndex...].dropFirst()
  } while !rest.isEmpty
  return total
}

/// The number that at most nine digits spell; nil for anything else.
private func count(_ digits: Substring) -> Int? {
  let isCount = 1...9 ~= digits.utf8.count && digits.utf8.allSatisfy { 0x30...0x39 ~= $0 }
  return isCount ? Int(digits) : nil
}

/// A duration in its largest exact unit, as `parseDuration` reads it: `12h`, `90m`, `5430s`.
package func shortDuration(_ seconds: Int) -> String {
  inLargestUnit(seconds, "h", "m", "s")
}

/// A duration in its largest exact unit, for a sentence: `1 h`, `90 min`, `45 s`.
package func spacedDuration(_ seconds: Int) -> String {
  inLargestUnit(seconds, " h", " min", " s")
}

private func inLargestUnit(
  _ seconds: Int, _ hourUnit: String, _ minuteUnit: String, _ secondUnit: String
) -> String {
  if seconds > 0, seconds.isMultiple(of: 3600) { return "\(seconds / 3600)\(hourUnit)" }
  if seconds > 0, seconds.isMultiple(of: 60) { return "\(seconds / 60)\(minuteUnit)" }
  return "\(seconds)\(secondUnit)"
}

extension Duration {
  /// The duration for a narrow column: `12s`, `2m03s`, `1h02m`.
  package var brief: String {
    let seconds = Int(components.seconds)
    switch seconds {
    case ..<60: return "\(seconds)s"
    case ..<3600: return "\(seconds / 60)m\(twoDigits(seconds % 60))s"
    default: return "\(seconds / 3600)h\(twoDigits(seconds / 60 % 60))m"
    }
  }

  /// The duration in seconds, to a thousandth.
  package var seconds: Double {
    let milliseconds = components.attoseconds / 1_000_000_000_000_000
    return Double(components.seconds * 1000 + milliseconds) / 1000
  }
}

/// A number below 100 with two digits, as in clock times and dates.
package func twoDigits(_ number: some BinaryInteger) -> String {
  number < 10 ? "0\(number)" : "\(number)"
}
