extension Frame {
  /// The rows as text, without the blanks at their ends.
  package var lines: [String] {
    (0..<size.rows).map { row in
      let cells = cells[row * size.columns..<(row + 1) * size.columns]
      let end = cells.lastIndex { $0.cluster != .blank }.map { $0 + 1 } ?? cells.startIndex
      return cells[..<end].map(\.text).joined()
    }
  }

  /// The whole screen as text: the rows, without the blanks at their ends, a line each.
  package var text: String { lines.joined(separator: "\n") }

  /// The cell at a point; nil outside the frame.
  package subscript(_ point: Point) -> Cell? {
    guard (0..<size.rows).contains(point.row), (0..<size.columns).contains(point.column)
    else { return nil }
    return cells[point.row * size.columns + point.column]
  }
}
