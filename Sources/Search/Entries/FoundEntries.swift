import Dispatch
import Foundation
import Synchronization

/// The entries that a query finds, as indices of the order without a query.
package struct FoundEntries: Sendable, Hashable {
  /// In the table's order, for a narrower query to search.
  let rows: [UInt32]
  /// The best first.
  private let ranks: [UInt64]

  package var count: Int { ranks.count }

  /// The index, in the order without a query, of the entry at an index of the results.
  package subscript(index: Int) -> Int { Rank.place(ranks[index]) }

  /// `ranks` are the ranks of the rows, in the same order.
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

  /// The results without some rows of the table.
  package func without(_ gone: Set<Int>, in order: EntryOrder) -> FoundEntries {
    FoundEntries(
      rows: rows.filter { !gone.contains(Int($0)) },
      sorted: ranks.filter { !gone.contains(Int(order.rows[Rank.place($0)])) })
  }
}

/// The quality and the position of a match, as one number: smaller is better.
///
/// fzf's score decides, then how often and recently the entry was switched to, then the shorter
/// display name, and finally the order of the list.
enum Rank {
  static func make(score: Int, frecency: UInt16, length: Int, place: Int) -> UInt64 {
    UInt64(0xFFFF - min(max(0, score), 0xFFFF)) << 48 | UInt64(min(frecency, 0xFFF)) << 36
      | UInt64(min(length, 0xFFF)) << 24 | UInt64(place & 0xFF_FFFF)
  }

  static func place(_ rank: UInt64) -> Int { Int(rank & 0xFF_FFFF) }
}

/// The order of entries without a query, and the rules for equal matches.
package struct EntryOrder: Sendable, Hashable {
  /// Rows of the table.
  package let rows: [UInt32]
  /// The place of each row in that order.
  ///
  /// A search reads the table from start to end, since random access would take ten times as long.
  let places: [UInt32]
  /// By row: 0 for the most frequent and recent entry; empty before the first switch.
  let frecency: [UInt16]
  /// True if, of equal matches, the one with the shorter display name comes before the order
  /// decides.
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

extension EntryTable {
  /// The entries that a query finds, among all or among the results of an earlier query that it
  /// narrows.
  ///
  /// `current` are the states that a query may ask for and the table does not contain.
  package func find(
    _ query: Query, in order: EntryOrder, among earlier: FoundEntries? = nil,
    current: CurrentStates = CurrentStates()
  ) -> FoundEntries {
    let states = query.states.isEmpty ? [] : reading { $0.states(current) }
    let count = earlier?.rows.count ?? order.rows.count
    let parts = count < smallestShare * 2 ? 1 : ProcessorCount.available
    let found = Mutex([EntryScan.Matches](repeating: EntryScan.Matches(), count: parts))
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      let range = count * part / parts..<count * (part + 1) / parts
      let share = reading { reader in
        var scan = EntryScan(reader, order, query, states)
        return if let earlier {
          scan.find(in: earlier.rows[range], atMost: range.count)
        } else {
          scan.find(in: UInt32(range.lowerBound)..<UInt32(range.upperBound), atMost: range.count)
        }
      }
      found.withLock { $0[part] = share }
    }
    let shares = found.withLock { $0 }
    return FoundEntries(
      rows: Array(shares.map(\.rows).joined()), ranks: Array(shares.map(\.ranks).joined()))
  }
}

/// Fewer rows than this are searched before another thread would have started.
private let smallestShare = 2_000

/// The number of threads of a search.
enum ProcessorCount {
  static let available = max(1, ProcessInfo.processInfo.activeProcessorCount)
}
