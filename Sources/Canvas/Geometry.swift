/// The size of a screen or an area, in character cells.
package struct Size: Sendable, Hashable {
  package var rows: Int
  package var columns: Int

  package init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }
}

/// The position of a cell, counted from the upper left corner, which is 0, 0.
package struct Point: Sendable, Hashable {
  package var row: Int
  package var column: Int

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A rectangle of cells.
package struct Area: Sendable, Hashable {
  package var origin: Point
  package var size: Size

  package init(_ origin: Point, _ size: Size) {
    self.origin = origin
    self.size = size
  }

  package init(row: Int, column: Int, rows: Int, columns: Int) {
    self.init(Point(row: row, column: column), Size(rows: rows, columns: columns))
  }

  /// True if the point is inside.
  package func contains(_ point: Point) -> Bool {
    (origin.row..<origin.row + max(0, size.rows)).contains(point.row)
      && (origin.column..<origin.column + max(0, size.columns)).contains(point.column)
  }
}
