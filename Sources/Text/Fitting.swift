extension String {
  /// The text; if it is wider than `columns`, its end is replaced by an ellipsis.
  package func truncated(to columns: Int, ellipsis: String = "…") -> String {
    if utf8.count <= columns || self.columns <= columns { return self }
    return glyphs.fitting(columns - ellipsis.columns).map(\.text).joined()
      + ellipsis.fitting(columns)
  }

  /// The text; if it is wider than `columns`, its start is replaced by an ellipsis.
  package func truncatedAtStart(to columns: Int, ellipsis: String = "…") -> String {
    if utf8.count <= columns || self.columns <= columns { return self }
    let end = glyphs.reversed().fitting(columns - ellipsis.columns).reversed()
    return ellipsis.fitting(columns) + end.map(\.text).joined()
  }

  private func fitting(_ columns: Int) -> String {
    glyphs.fitting(columns).map(\.text).joined()
  }

  /// The text in lines of at most `columns` columns, broken at spaces if possible, and at its own
  /// line breaks.
  package func wrapped(to columns: Int) -> [String] {
    split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .flatMap { wrap($0, to: max(1, columns)) }
  }
}

extension Sequence<Glyph> {
  /// The first glyphs that together take no more than `columns` columns.
  fileprivate func fitting(_ columns: Int) -> [Glyph] {
    var taken = 0
    return prefix { glyph in
      taken += glyph.columns
      return taken <= columns
    }
  }
}

private func wrap(_ line: Substring, to columns: Int) -> [String] {
  var lines = [""]
  for word in line.split(separator: " ") {
    for piece in pieces(word, of: columns) {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = piece
      } else if last.columns + 1 + piece.columns <= columns {
        lines[lines.count - 1] = last + " " + piece
      } else {
        lines.append(piece)
      }
    }
  }
  return lines
}

/// A word cut into pieces that fit a line; one piece if it fits as a whole.
private func pieces(_ word: Substring, of columns: Int) -> [String] {
  var pieces = [""]
  var taken = 0
  for glyph in String(word).glyphs {
    if taken + glyph.columns > columns, taken > 0 {
      pieces.append("")
      taken = 0
    }
    pieces[pieces.count - 1] += glyph.text
    taken += glyph.columns
  }
  return pieces
}

/// The maximum length of a label in characters; a very long one would slow down each prompt.
private let longestLabel = 256

extension String {
  /// The text, cut to the maximum length of a label.
  package var truncatedToLabel: String {
    // A text never has more characters than bytes.
    guard utf8.count > longestLabel,
      let end = index(
        startIndex, offsetBy: longestLabel, limitedBy: endIndex), end < endIndex
    else { return self }
    return self[..<index(before: end)] + "\u{2026}"
  }
}

extension String {
  /// The text in lines of at most `columns` columns, broken after one of the given characters if
  /// possible.
  ///
  /// Each line takes as many characters as fit and ends after the last of these, or where it is
  /// full if it has none of them.
  package func wrapped(to columns: Int, after ends: Set<Character>) -> [String] {
    if utf8.count <= columns, isPrintableASCII { return [self] }
    var rest = Array(glyphs)[...]
    var lines: [String] = []
    repeat {
      let line = rest.line(of: max(1, columns), after: ends)
      lines.append(line.map(\.text).joined())
      rest = rest[line.endIndex...]
    } while !rest.isEmpty
    return lines
  }
}

extension ArraySlice<Glyph> {
  fileprivate func line(of columns: Int, after ends: Set<Character>) -> Self {
    var taken = 0
    let fitting = prefix { glyph in
      taken += glyph.columns
      return taken <= columns
    }
    guard fitting.count < count else { return fitting }
    // A wide character does not fit one column; without this line the loop would not advance.
    guard !fitting.isEmpty else { return prefix(1) }
    let end = fitting.lastIndex { $0.text.last.map(ends.contains) ?? false }
    return end.map { self[startIndex...$0] } ?? fitting
  }
}
