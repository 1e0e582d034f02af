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
