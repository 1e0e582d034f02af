extension Frame {
  /// Draws text from a point to the right, clipped at the frame's edges and after `limit` columns.
  ///
  /// A wide character is drawn whole or not at all. Gives how many columns the text has moved on.
  @discardableResult
  package mutating func put(
    _ text: String, at point: Point, style: Style = Style(), limit: Int = .max
  ) -> Int {
    guard (0..<size.rows).contains(point.row), point.column < size.columns else { return 0 }
    let room = min(max(0, limit), size.columns - point.column)
    if text.isPrintableASCII, point.column >= 0 {
      return putASCII(text.utf8.prefix(max(0, room)), at: point, style)
    }
    var taken = 0
    for glyph in text.glyphs {
      guard taken + glyph.columns <= room else { break }
      set(glyph, at: Point(row: point.row, column: point.column + taken), style)
      taken += glyph.columns
    }
    return taken
  }

  /// Blanks every cell of an area, in a style.
  package mutating func fill(_ area: Area, style: Style = Style()) {
    let columns = clipped(area.origin.column, area.size.columns, to: size.columns)
    guard !columns.isEmpty else { return }
    for row in clipped(area.origin.row, area.size.rows, to: size.rows) {
      let start = row * size.columns
      splitWideCharacter(before: columns.lowerBound, inRowFrom: start)
      splitWideCharacter(before: columns.upperBound, inRowFrom: start)
      for column in columns { cells[start + column] = Cell(.blank, style) }
    }
  }

  /// Draws what is one column a byte, as nearly all is, and fits.
  private mutating func putASCII(
    _ text: Substring.UTF8View, at point: Point, _ style: Style
  ) -> Int {
    guard !text.isEmpty else { return 0 }
    var place = point.row * size.columns + point.column
    let start = place
    splitWideCharacter(before: point.column, inRowFrom: start - point.column)
    splitWideCharacter(before: point.column + text.count, inRowFrom: start - point.column)
    for byte in text {
      cells[place] = Cell(Cluster(Unicode.Scalar(byte)), style)
      place += 1
    }
    return place - start
  }

  private mutating func set(_ glyph: Glyph, at point: Point, _ style: Style) {
    let end = point.column + glyph.columns
    guard point.column >= 0, end <= size.columns else { return }
    let start = point.row * size.columns
    splitWideCharacter(before: point.column, inRowFrom: start)
    splitWideCharacter(before: end, inRowFrom: start)
    cells[start + point.column] = Cell(glyph.cluster, style)
    if glyph.columns == 2 { cells[start + point.column + 1] = Cell(Cluster(""), style) }
  }

  /// Blanks both halves of a wide character that lies across the left edge of a column.
  private mutating func splitWideCharacter(before column: Int, inRowFrom start: Int) {
    guard column > 0, column < size.columns, cells[start + column].cluster.isEmpty
    else { return }
    cells[start + column].cluster = .blank
    cells[start + column - 1].cluster = .blank
  }
}

/// The part of `count` places from `start` that lies between 0 and `limit`.
private func clipped(_ start: Int, _ count: Int, to limit: Int) -> Range<Int> {
  let first = min(max(0, start), limit)
  return first..<max(first, min(limit, start + max(0, count)))
}
