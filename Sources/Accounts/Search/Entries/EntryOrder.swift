/// The order that entries are shown in where nothing is looked for, and what decides between equal matches.
package struct EntryOrder: Sendable, Hashable {
  /// Rows of the table.
  package let rows: [UInt32]
  /// By row: 0 for the entry switched to most often and most lately; empty where nobody has switched yet.
  let frecency: [UInt16]

  /// `frecent` are rows, the likeliest first.
  package init(rows: [UInt32], frecent: [Int] = []) {
    self.rows = rows
    guard !frecent.isEmpty else {
      frecency = []
      return
    }
    var ranks = [UInt16](repeating: .max, count: rows.count)
    for (rank, row) in frecent.enumerated() where ranks.indices.contains(row) {
      ranks[row] = UInt16(clamping: rank)
    }
    frecency = ranks
  }
}
