/// The seconds of a span as people write it: `3600`, `90m`, `12h`, `1h30m`; nil where it is none.
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

/// A number of at most nine digits, and nothing else.
private func count(_ digits: Substring) -> Int? {
  let isCount = 1...9 ~= digits.utf8.count && digits.utf8.allSatisfy { 0x30...0x39 ~= $0 }
  return isCount ? Int(digits) : nil
}

/// A span as people write it, which `durationSeconds` reads back: `12h`, `90m`, `5430s`.
package func shortDuration(_ seconds: Int) -> String {
  if seconds > 0, seconds.isMultiple(of: 3600) { return "\(seconds / 3600)h" }
  if seconds > 0, seconds.isMultiple(of: 60) { return "\(seconds / 60)m" }
  return "\(seconds)s"
}

extension Duration {
  /// Whole seconds, minutes and hours as a narrow column has them: `12s`, `2m03s`, `1h02m`.
  package var brief: String {
    let seconds = Int(components.seconds)
    switch seconds {
    case ..<60: return "\(seconds)s"
    case ..<3600: return "\(seconds / 60)m\(twoDigits(seconds % 60))s"
    default: return "\(seconds / 3600)h\(twoDigits(seconds / 60 % 60))m"
    }
  }

  /// In seconds, to a thousandth.
  package var seconds: Double {
    let milliseconds = components.attoseconds / 1_000_000_000_000_000
    return Double(components.seconds * 1000 + milliseconds) / 1000
  }
}

private func twoDigits(_ number: Int) -> String {
  number < 10 ? "0\(number)" : "\(number)"
}
