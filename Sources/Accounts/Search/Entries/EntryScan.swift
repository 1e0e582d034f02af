/// Looks through rows of a table for a query.
struct EntryScan: ~Copyable {
  private let reader: EntryTable.Reader
  private let order: EntryOrder
  private let plans: [[TermPlan]]
  private let ranks: Bool
  private var matcher = Matcher()

  init(_ reader: EntryTable.Reader, _ order: EntryOrder, _ plans: [[TermPlan]], ranks: Bool) {
    self.reader = reader
    self.order = order
    self.plans = plans
    self.ranks = ranks
  }

  /// The ranks of those of some places whose entries are found, in their order.
  mutating func ranks(of places: some Sequence<UInt32>, atMost count: Int) -> [UInt64] {
    var found: [UInt64] = []
    found.reserveCapacity(count)
    order.rows.withUnsafeBufferPointer { rows in
      for place in places {
        let row = Int(rows[Int(place)])
        guard let score = score(ofRow: row) else { continue }
        found.append(rank(score, row, Int(place)))
      }
    }
    return found
  }

  private mutating func rank(_ score: Int, _ row: Int, _ place: Int) -> UInt64 {
    guard ranks else { return UInt64(place) }
    let id = reader.value(.displayName, row)
    let text = SearchedText(
      reader.bytes(ofValue: id), isASCII: !reader.letters(ofValue: id).contains(.others))
    let frecency = order.frecency.isEmpty ? .max : order.frecency[row]
    return Rank.make(
      score: score, frecency: frecency, length: matcher.trimmedLength(of: text), place: place)
  }

  private mutating func score(ofRow row: Int) -> Int? {
    var total = 0
    for alternatives in plans {
      guard let score = score(alternatives, row) else { return nil }
      total += score
    }
    return total
  }

  /// As for a line: the first alternative that is found decides.
  private mutating func score(_ alternatives: [TermPlan], _ row: Int) -> Int? {
    var score: Int?
    for plan in alternatives {
      let found = plan.score(row, reader, &matcher)
      if found >= 0, !plan.term.isInverse { return found }
      if found < 0, plan.term.isInverse { score = 0 }
    }
    return score
  }
}
