/// The order that entries are shown in where nothing is looked for, and what decides between equal matches.
package struct EntryOrder: Sendable, Hashable {
  /// Rows of the table.
  package let rows: [UInt32]
  /// The places of the rows in that order: a search goes through the table from its start to its end, since
  /// jumping about in it would take ten times as long.
  let places: [UInt32]
  /// By row: 0 for the entry switched to most often and most lately; empty before the first switch.
  let frecency: [UInt16]
  /// Of equal matches the one with the shorter display name comes first, before the order decides.
  let prefersShort: Bool

  /// `frecent` are rows, the likeliest first.
  package init(rows: [UInt32], frecent: [Int] = [], prefersShort: Bool = true) {
    self.rows = rows
    var places = [UInt32](repeating: 0, count: rows.count)
    for (place, row) in rows.enumerated() { places[Int(row)] = UInt32(place) }
    self.places = places
    self.prefersShort = prefersShort
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
