/// Up to `limit` of the candidates that a person may have meant by `typed`, the likeliest first.
///
/// What begins with it, then what contains it or is contained in it, then what is few edits away.
package func nearest(
  to typed: String, among candidates: some Sequence<String>, limit: Int = 3
) -> [String] {
  NearestNames(candidates).nearest(to: typed, limit: limit)
}

/// True where one letter too many, too few or another, or two that are swapped, are all that two texts differ by.
package func areOneEditApart(_ one: some StringProtocol, _ other: some StringProtocol) -> Bool {
  // A letter of another alphabet is one edit, however many bytes it has.
  let (one, other) = (Array(one.unicodeScalars), Array(other.unicodeScalars))
  guard one != other, abs(one.count - other.count) <= 1 else { return false }
  let start = zip(one, other).prefix { $0 == $1 }.count
  let (left, right) = (one[start...], other[start...])
  if left.dropFirst() == right || left == right.dropFirst() { return true }
  if left.dropFirst() == right.dropFirst() { return true }
  return left.count > 1 && left.prefix(2).elementsEqual(right.prefix(2).reversed())
    && left.dropFirst(2) == right.dropFirst(2)
}

/// True where so many letters too many, too few or others, or swapped with their neighbours, are all that two texts
/// differ by.
func areFewEditsApart(_ one: String, _ other: String, atMost limit: Int) -> Bool {
  if limit == 1 { return areOneEditApart(one, other) }
  var rows = EditRows()
  return rows.distance(Array(one.utf8), Array(other.utf8), atMost: limit) != nil
}

/// Names among which those nearest to others are looked for many times.
package struct NearestNames {
  private struct Name {
    let text: String
    let folded: [UInt8]
    let letters: LetterSet
    /// Without what stands between words.
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

  /// Up to `limit` of the names that a person may have meant by `typed`, the likeliest first.
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
  /// How many names are looked at closely.
  private static let mostMisspelt = 64

  /// The names of which a text is most likely a misspelling, the likeliest first.
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

/// Which letters a text has, as a set that may take one for another: what it rules out need not be looked at.
private struct LetterSet {
  private var bits: UInt64 = 0

  init(_ text: [UInt8]) {
    for byte in text { bits |= 1 << UInt64(byte & 63) }
  }

  func isSubset(of other: LetterSet) -> Bool { bits & ~other.bits == 0 }

  /// How many of them the other has not, at least.
  func count(missingIn other: LetterSet) -> Int { (bits & ~other.bits).nonzeroBitCount }
}

/// How alike, smaller being nearer: edits, then the difference in length; nil for too unlike.
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

/// The last rows of the table in which edits are counted, kept from one pair of texts to the next.
private struct EditRows {
  private var (before, above, current): ([Int], [Int], [Int]) = ([], [], [])

  /// Insertions, deletions, replacements and swaps of neighbours that turn one text into the other; nil for more than
  /// `limit`.
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
      // A swap counts from two rows above; a row's least is one more than that above at most, so both are too much.
      if least > limit + 1 { return nil }
      (before, above, current) = (above, current, before)
    }
    return above[to.count] <= limit ? above[to.count] : nil
  }
}
