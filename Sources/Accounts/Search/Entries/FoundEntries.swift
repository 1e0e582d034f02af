/// The entries that a query finds, as places in the order that they are shown in without one.
package struct FoundEntries: Sendable, Hashable {
  /// Ascending.
  let places: [UInt32]
  /// The best first; nil where all are as good as each other, so that they stay in order.
  private let ranks: [UInt64]?

  package var count: Int { places.count }

  /// The place of the entry that is shown at an index.
  package subscript(index: Int) -> Int {
    ranks.map { Rank.place($0[index]) } ?? Int(places[index])
  }

  init(places: [UInt32]) {
    self.places = places
    ranks = nil
  }

  init(ranks: [UInt64]) {
    places = ranks.map { UInt32(Rank.place($0)) }
    var sorted = ranks
    sorted.sortStably(bits: Rank.significantBits) { $0 >> UInt64(Rank.placeBits) }
    self.ranks = sorted
  }
}

/// How good a match is, and where it is, as one number: smaller is better.
///
/// fzf's score decides, then how often and lately the entry was switched to, then the shorter display name, and
/// at last the order that the list has anyway.
enum Rank {
  static let placeBits = 24
  static let significantBits = 40

  static func make(score: Int, frecency: UInt16, length: Int, place: Int) -> UInt64 {
    UInt64(0xFFFF - min(max(0, score), 0xFFFF)) << 48 | UInt64(min(frecency, 0xFFF)) << 36
      | UInt64(min(length, 0xFFF)) << 24 | UInt64(place & 0xFF_FFFF)
  }

  static func place(_ rank: UInt64) -> Int { Int(rank & 0xFF_FFFF) }
}
