import Canvas

/// One line of the numbered list.
struct LineModeRow: Equatable {
  var number: Int
  /// As many in each row, cleaned; what is not known is empty.
  var cells: [String]
  /// Sentences.
  var states: [String]
}

/// Rows with each column as wide as its widest cell on a terminal, two blanks apart; no blanks end a line.
///
/// The numbers are aligned to the right in `digits` columns.
func alignedRows(_ rows: [LineModeRow], digits: Int) -> [String] {
  let count = rows.first?.cells.count ?? 0
  let widest = (0..<count).map { column in rows.map { $0.cells[column].columns }.max() ?? 0 }
  return rows.map { row in
    let number = String(row.number)
    var line = blanks(digits - number.count) + number
    var owed = 2
    for (cell, width) in zip(row.cells, widest) where width > 0 {
      if !cell.isEmpty {
        line += blanks(owed) + cell
        owed = 0
      }
      owed += width - cell.columns + 2
    }
    return row.states.isEmpty ? line : line + blanks(owed) + row.states.joined(separator: " ")
  }
}

private func blanks(_ count: Int) -> String {
  String(repeating: " ", count: max(0, count))
}
