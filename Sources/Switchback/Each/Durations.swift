extension Duration {
  /// Whole seconds, minutes and hours as a narrow column has them: `12s`, `2m03s`, `1h02m`.
  var brief: String {
    let seconds = Int(components.seconds)
    switch seconds {
    case ..<60: return "\(seconds)s"
    case ..<3600: return "\(seconds / 60)m\(twoDigits(seconds % 60))s"
    default: return "\(seconds / 3600)h\(twoDigits(seconds / 60 % 60))m"
    }
  }

  /// In seconds, to a thousandth.
  var seconds: Double {
    let milliseconds = components.attoseconds / 1_000_000_000_000_000
    return Double(components.seconds * 1000 + milliseconds) / 1000
  }
}

private func twoDigits(_ number: Int) -> String {
  number < 10 ? "0\(number)" : "\(number)"
}
