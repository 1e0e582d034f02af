import Dispatch
import Synchronization

extension EntryTable {
  /// The entries that a query finds, among all or among those that an earlier one has found, which it narrows.
  package func find(
    _ query: Query, in order: EntryOrder, among earlier: FoundEntries? = nil
  ) -> FoundEntries {
    let plans = plans(query)
    let count = earlier?.places.count ?? order.rows.count
    let parts = count < smallestShare * 2 ? 1 : ProcessorCount.available
    let found = Mutex([[UInt64]](repeating: [], count: parts))
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      let range = count * part / parts..<count * (part + 1) / parts
      let ranks = reading { reader in
        var scan = EntryScan(reader, order, plans, ranks: query.ranks)
        return if let earlier {
          scan.ranks(of: earlier.places[range], atMost: range.count)
        } else {
          scan.ranks(of: UInt32(range.lowerBound)..<UInt32(range.upperBound), atMost: range.count)
        }
      }
      found.withLock { $0[part] = ranks }
    }
    let ranks = found.withLock { Array($0.joined()) }
    return query.ranks
      ? FoundEntries(ranks: ranks) : FoundEntries(places: ranks.map { UInt32($0) })
  }

  private func plans(_ query: Query) -> [[TermPlan]] {
    reading { reader in
      var matcher = Matcher()
      var plans: [[TermPlan]] = []
      for set in query.sets {
        var alternatives: [TermPlan] = []
        for term in set { alternatives.append(TermPlan(term, reader, &matcher)) }
        plans.append(alternatives)
      }
      return plans
    }
  }
}

/// Fewer rows than this are looked through before another thread would have begun.
private let smallestShare = 2_000
