/// Up to `limit` of the candidates that `typed` may have meant, the likeliest first.
///
/// Candidates that begin with it come first, then those that contain it or are contained in it,
/// then those few edits away.
package func nearest(
  to typed: String, among candidates: some Sequence<String>, limit: Int = 3
) -> [String] {
  NearestNames(candidates).nearest(to: typed, limit: limit)
}

/// True if two texts differ by exactly one edit: one letter more, less or replaced, or two letters
/// swapped.
package func areOneEditApart(_ one: some StringProtocol, _ other: some StringProtocol) -> Bool {
  // A letter of another alphabet is one edit, no matter how many bytes it has.
  let (one, other) = (Array(one.unicodeScalars), Array(other.unicodeScalars))
  guard one != other, abs(one.count - other.count) <= 1 else { return false }
  let start = zip(one, other).prefix { $0 == $1 }.count
  let (left, right) = (one[start...], other[start...])
  if left.dropFirst() == right || left == right.dropFirst() { return true }
  if left.dropFirst() == right.dropFirst() { return true }
  return left.count > 1 && left.prefix(2).elementsEqual(right.prefix(2).reversed())
    && left.dropFirst(2) == right.dropFirst(2)
}

/// True if two texts differ by at most `limit` edits: letters added, removed, replaced, or swapped
/// with their neighbours.
func areFewEditsApart(_ one: String, _ other: String, atMost limit: Int) -> Bool {
  if limit == 1 { return areOneEditApart(one, other) }
  var rows = EditRows()
  return rows.distance(Array(one.utf8), Array(other.utf8), atMost: limit) != nil
}

/// Names prepared for repeated searches for the nearest ones.
package struct NearestNames {
  private struct Name {
    let text: String
    let folded: [UInt8]
    let letters: LetterSet
    /// The folded bytes without separators.
    let plain: [UInt8]
  }

  private let names: [Name]

  package init(_ candidates: some Sequence<String>) {
    names = candidates.map { text in
      let folded = folded(text)
      return Name(
        text: text, folded: folded, letters: LetterSet(folded), plain: folded.withoutSeparators)
    }
  }

  /// Up to `limit` of the names that `typed` may have meant, the likeliest first.
  package func nearest(to typed: String, limit: Int) -> [String] {
    let wanted = folded(typed)
    guard !wanted.isEmpty else { return [] }
    let letters = LetterSet(wanted)
    var rows = EditRows()
    var found: [(rank: (Int, Int, Int), text: String)] = []
    for (order, name) in names.enumerated() {
      guard
        let likeness = likeness(wanted, letters, name.folded, name.letters, &rows)
      else { continue }
      found.append(((likeness.0, likeness.1, order), name.text))
    }
    return found.sorted { $0.rank < $1.rank }.prefix(limit).map(\.text)
  }
}

extension NearestNames {
  /// The maximum number of names compared closely.
  private static let mostMisspelt = 64

  /// The names that a text most likely misspells, the likeliest first.
  package func misspelt(as text: String) -> [String] {
    let wanted = folded(text).withoutSeparators
    let letters = LetterSet(wanted)
    var rows = EditRows()
    var found: [(rank: (Int, Int), text: String)] = []
    for (order, name) in names.enumerated() {
      guard abs(wanted.count - name.plain.count) <= 2, letters.count(missingIn: name.letters) <= 2,
        let edits = rows.distance(wanted, name.plain, atMost: 2)
      else { continue }
      found.append(((edits, order), name.text))
    }
    return found.sorted { $0.rank < $1.rank }.prefix(Self.mostMisspelt).map(\.text)
      .filter { isMisspelling(text, of: $0) }
  }
}

extension [UInt8] {
  fileprivate var withoutSeparators: [UInt8] { filter { !"-_./: @".utf8.contains($0) } }
}

/// The letters of a text as a bit set in which letters may collide: it can only rule out a match.
private struct LetterSet {
  private var bits: UInt64 = 0

  init(_ text: [UInt8]) {
    for byte in text { bits |= 1 << UInt64(byte & 63) }
  }

  func isSubset(of other: LetterSet) -> Bool { bits & ~other.bits == 0 }

  /// The minimum number of letters that the other set lacks.
  func count(missingIn other: LetterSet) -> Int { (bits & ~other.bits).nonzeroBitCount }
}

/// How similar, smaller being nearer: edits, then the difference in length; nil for too different.
private func likeness(
  _ wanted: [UInt8], _ letters: LetterSet, _ other: [UInt8], _ others: LetterSet,
  _ rows: inout EditRows
) -> (Int, Int)? {
  let difference = abs(wanted.count - other.count)
  let (isPart, isWhole) = (letters.isSubset(of: others), others.isSubset(of: letters))
  if isPart, other.starts(with: wanted) { return (0, difference) }
  if isPart && other.holds(wanted) || isWhole && other.count > 2 && wanted.holds(other) {
    return (1, difference)
  }
  let allowed = max(1, wanted.count / 3)
  guard difference <= allowed, letters.count(missingIn: others) <= allowed,
    others.count(missingIn: letters) <= allowed
  else { return nil }
  return rows.distance(wanted, other, atMost: allowed).map { ($0, difference) }
}

/// The last rows of the edit distance table, reused from one pair of texts to the next.
private struct EditRows {
  private var (before, above, current): ([Int], [Int], [Int]) = ([], [], [])

  /// The number of insertions, deletions, replacements and swaps of neighbours that turn one text
  /// into the other; nil for more than `limit`.
  mutating func distance(_ from: [UInt8], _ to: [UInt8], atMost limit: Int) -> Int? {
    above = Array(0...to.count)
    before = above
    current = above
    for row in from.indices {
      current[0] = row + 1
      var least = row + 1
      for column in to.indices {
        let replaced = above[column] + (from[row] == to[column] ? 0 : 1)
        var best = min(replaced, above[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, from[row] == to[column - 1], from[row - 1] == to[column] {
          best = min(best, before[column - 1] + 1)
        }
        current[column + 1] = best
        least = min(least, best)
      }
      // A swap counts from two rows above, whose minimum is at least this row's minus one: both are
      // over the limit.
      if least > limit + 1 { return nil }
      (before, above, current) = (above, current, before)
    }
    return above[to.count] <= limit ? above[to.count] : nil
  }
}
