/// Rows of as many cells each, every column as wide as its widest cell, two spaces apart; no spaces end a line.
///
/// For scripts: without a header and colours, whatever the width.
package func alignedColumns(_ rows: [[String]]) -> [UInt8] {
  alignedColumns(rows, count: rows.first?.count ?? 0) { $0[$1] }
}

/// What is wider stands out of its column, and all others need not be filled up for it.
private let widestColumn = 128

/// The same, of rows whose cells are made only when they are wanted.
package func alignedColumns<Row>(
  _ rows: [Row], count: Int, cell: (Row, Int) -> String
) -> [UInt8] {
  let widest = (0..<count).map { column in
    rows.reduce(0) { max($0, min(cell($1, column).columns, widestColumn)) }
  }
  var text: [UInt8] = []
  text.reserveCapacity(rows.count * (widest.reduce(0, +) + 2 * count))
  for row in rows {
    var owed = 0
    for column in 0..<count {
      let cell = cell(row, column)
      if !cell.isEmpty {
        text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: owed))
        text += cell.utf8
        owed = 0
      }
      owed += max(0, widest[column] - cell.columns) + 2
    }
    text.append(UInt8(ascii: "\n"))
  }
  return text
}
