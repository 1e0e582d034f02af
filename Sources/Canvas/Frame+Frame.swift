extension Frame {
  /// Draws another frame with its upper left corner at a point, clipped at this frame's edges.
  package mutating func put(_ other: Frame, at origin: Point) {
    for row in 0..<other.size.rows {
      for column in 0..<other.size.columns {
        let cell = other.cells[row * other.size.columns + column]
        // The second half of a wide character comes with the first.
        guard !cell.cluster.isEmpty else { continue }
        let point = Point(row: origin.row + row, column: origin.column + column)
        put(cell.text, at: point, style: cell.style)
      }
    }
  }
}

extension Frame {
  /// The first columns of a line, to be drawn again by `put(_:line:)`.
  package func cells(line: Int, columns: Int) -> [Cell] {
    guard (0..<size.rows).contains(line) else { return [] }
    let start = line * size.columns
    return Array(cells[start..<start + min(max(0, columns), size.columns)])
  }

  /// Draws what a line of a frame as wide as this one began with.
  package mutating func put(_ known: [Cell], line: Int) {
    guard (0..<size.rows).contains(line), known.count <= size.columns else { return }
    let start = line * size.columns
    cells.replaceSubrange(start..<start + known.count, with: known)
  }
}
