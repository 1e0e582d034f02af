extension String {
  /// The text in lines of at most `columns` columns, each broken after the last of these characters that it has
  /// room for, and elsewhere only where it has none.
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
    // A wide character in a single column is cut by whoever draws it; here it must not stand still.
    guard !fitting.isEmpty else { return prefix(1) }
    let end = fitting.lastIndex { $0.text.last.map(ends.contains) ?? false }
    return end.map { self[startIndex...$0] } ?? fitting
  }
}
