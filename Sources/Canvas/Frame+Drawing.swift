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
    for row in clipped(area.origin.row, area.size.rows, to: size.rows) {
      for column in columns {
        set(Glyph(.blank, columns: 1), at: Point(row: row, column: column), style)
      }
    }
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
