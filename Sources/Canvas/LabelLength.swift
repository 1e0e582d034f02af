/// In characters: no label says more, and one that is a book stops whoever shows it at each prompt.
private let longestLabel = 256

extension String {
  /// The text, cut where it is longer than any label.
  package var cutToLabel: String {
    // No text has more characters than bytes.
    guard utf8.count > longestLabel,
      let end = index(
        startIndex, offsetBy: longestLabel, limitedBy: endIndex), end < endIndex
    else { return self }
    return self[..<index(before: end)] + "\u{2026}"
  }
}
