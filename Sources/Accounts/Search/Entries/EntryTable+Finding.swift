import Dispatch
import Synchronization

extension EntryTable {
  /// The entries that a query finds, among all or among those that an earlier one has found, which it narrows.
  ///
  /// `current` is what a query may ask for and the table does not say.
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

/// Fewer rows than this are looked through before another thread would have begun.
private let smallestShare = 2_000
