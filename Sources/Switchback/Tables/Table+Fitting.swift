import Canvas

/// The columns of a table that fit a window, and how wide they are.
struct FittedColumns: Equatable {
  /// Places among the table's columns.
  private(set) var places: [Int]
  private(set) var widths: [Int]
}

extension FittedColumns {
  /// Columns without a cell are left out; then cells are cut, and then columns go, until the rest fits.
  ///
  /// `bar` is how much wider the first column is than its text.
  init(_ table: Table, in columns: Int, bar: Int) {
    let natural = table.columns.indices.map { place in
      table.rows.reduce(0) { max($0, $1.cells[place].text.columns) }
    }
    places = table.columns.indices.filter { natural[$0] > 0 }
    let wide = table.columns.indices.map { max(natural[$0], table.columns[$0].title.columns) }
    widths = []
    repeat {
      widths = places.map { wide[$0] }
    } while !cut(table, to: columns - bar) && drop(table)
  }

  /// Cuts the widest column that may be cut, one column of the window at a time; false where that is not enough.
  private mutating func cut(_ table: Table, to columns: Int) -> Bool {
    while widths.reduce(0, +) + 2 * (widths.count - 1) > columns {
      let cuttable = widths.indices.filter { index in
        table.columns[places[index]].least.map { widths[index] > $0 } ?? false
      }
      guard let widest = cuttable.max(by: { widths[$0] < widths[$1] }) else { return false }
      widths[widest] -= 1
    }
    return true
  }

  /// False where no column may go.
  private mutating func drop(_ table: Table) -> Bool {
    let last = places.max { table.columns[$0].priority < table.columns[$1].priority }
    guard let last, table.columns[last].priority > 0 else { return false }
    places.removeAll { $0 == last }
    return true
  }
}
