/// The entries that a query finds, as places in the order that they are shown in without one.
package struct FoundEntries: Sendable, Hashable {
  /// In the table's order, for a narrower query to look through.
  let rows: [UInt32]
  /// The best first.
  private let ranks: [UInt64]

  package var count: Int { ranks.count }

  /// The place of the entry that is shown at an index.
  package subscript(index: Int) -> Int { Rank.place(ranks[index]) }

  /// `ranks` are those of the rows, in their order.
  init(rows: [UInt32], ranks: [UInt64]) {
    self.rows = rows
    var sorted = ranks
    sorted.sortStably(bits: 64) { $0 }
    self.ranks = sorted
  }

  private init(rows: [UInt32], sorted ranks: [UInt64]) {
    self.rows = rows
    self.ranks = ranks
  }

  /// The same without some rows of the table.
  package func without(_ gone: Set<Int>, in order: EntryOrder) -> FoundEntries {
    FoundEntries(
      rows: rows.filter { !gone.contains(Int($0)) },
      sorted: ranks.filter { !gone.contains(Int(order.rows[Rank.place($0)])) })
  }
}

/// How good a match is, and where it is, as one number: smaller is better.
///
/// fzf's score decides, then how often and lately the entry was switched to, then the shorter display name, and
/// at last the order that the list has anyway.
enum Rank {
  static func make(score: Int, frecency: UInt16, length: Int, place: Int) -> UInt64 {
    UInt64(0xFFFF - min(max(0, score), 0xFFFF)) << 48 | UInt64(min(frecency, 0xFFF)) << 36
      | UInt64(min(length, 0xFFF)) << 24 | UInt64(place & 0xFF_FFFF)
  }

  static func place(_ rank: UInt64) -> Int { Int(rank & 0xFF_FFFF) }
}
