/// Up to `limit` of the candidates that a person may have meant by `typed`, the likeliest first.
///
/// What begins with it, then what contains it or is contained in it, then what is few edits away.
package func nearest(
  to typed: String, among candidates: some Sequence<String>, limit: Int = 3
) -> [String] {
  let wanted = folded(typed)
  guard !wanted.isEmpty else { return [] }
  let ranked = candidates.enumerated().compactMap { order, candidate in
    likeness(wanted, folded(candidate)).map { (rank: ($0.0, $0.1, order), text: candidate) }
  }
  return ranked.sorted { $0.rank < $1.rank }.prefix(limit).map(\.text)
}

/// How alike, smaller being nearer: edits, then the difference in length; nil for too unlike.
private func likeness(_ wanted: [UInt8], _ other: [UInt8]) -> (Int, Int)? {
  let difference = abs(wanted.count - other.count)
  if other.starts(with: wanted) { return (0, difference) }
  if other.holds(wanted) || (other.count > 2 && wanted.holds(other)) { return (1, difference) }
  let allowed = max(1, wanted.count / 3)
  guard difference <= allowed else { return nil }
  let edits = editDistance(wanted, other)
  return edits <= allowed ? (edits, difference) : nil
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one text into the other.
private func editDistance(_ from: [UInt8], _ to: [UInt8]) -> Int {
  var before: [Int] = []
  var above = Array(0...to.count)
  for row in from.indices {
    var current = [row + 1]
    current.reserveCapacity(to.count + 1)
    for column in to.indices {
      let replaced = above[column] + (from[row] == to[column] ? 0 : 1)
      var best = min(replaced, above[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, from[row] == to[column - 1], from[row - 1] == to[column] {
        best = min(best, before[column - 1] + 1)
      }
      current.append(best)
    }
    (before, above) = (above, current)
  }
  return above[to.count]
}
