/// Rows in columns, each as wide as its widest cell and two spaces apart; no line ends in spaces.
///
/// All rows have the same number of cells. The output is for scripts: it has no header and no
/// colours, and ignores the width of the terminal.
package func alignedColumns(_ rows: [[String]]) -> [UInt8] {
  alignedColumns(rows, count: rows.first?.count ?? 0) { $0[$1] }
}

/// A wider cell sticks out of its column, so that the other rows need no padding for it.
private let widestColumn = 128

/// The same, for rows whose cells are made on demand.
package func alignedColumns<Row>(
  _ rows: [Row], count: Int, cell: (Row, Int) -> String
) -> [UInt8] {
  let widest = (0..<count).map { column in
    rows.reduce(0) { max($0, min(cell($1, column).columns, widestColumn)) }
  }
  var text: [UInt8] = []
  text.reserveCapacity(rows.count * (widest.reduce(0, +) + 2 * count))
  for row in rows {
    var padding = 0
    for column in 0..<count {
      let cell = cell(row, column)
      if !cell.isEmpty {
        text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: padding))
        text += cell.utf8
        padding = 0
      }
      padding += max(0, widest[column] - cell.columns) + 2
    }
    text.append(UInt8(ascii: "\n"))
  }
  return text
}
