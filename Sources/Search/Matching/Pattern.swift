/// A term in the form for the matcher: plain numbers and a pointer, so that threads that share it
/// do not count references.
struct Pattern {
  let kind: Term.Kind
  let isInverse: Bool
  let isCaseSensitive: Bool
  let ignoresAccents: Bool
  let isASCII: Bool
  /// Empty only for a state.
  let text: UnsafeBufferPointer<UInt32>
  /// A bit for each searched `EntryTable.Field`; none for a state.
  let fields: UInt32
}

/// The terms of a query as patterns, in memory of their own.
struct Patterns: ~Copyable {
  let all: UnsafeMutableBufferPointer<Pattern>
  /// The end of each set of alternatives among the patterns.
  let ends: UnsafeMutableBufferPointer<Int>
  private let letters: UnsafeMutableBufferPointer<UInt32>

  init(_ sets: [[Term]]) {
    let terms = Array(sets.joined())
    all = .allocate(capacity: terms.count)
    ends = .allocate(capacity: sets.count)
    letters = .allocate(capacity: terms.reduce(0) { $0 + $1.text.count })
    _ = letters.initialize(from: terms.flatMap(\.text))
    var start = 0
    for (index, term) in terms.enumerated() {
      let end = start + term.text.count
      let text = UnsafeBufferPointer(rebasing: letters[start..<end])
      all.initializeElement(at: index, to: Pattern(term, text))
      start = end
    }
    var end = 0
    for (index, set) in sets.enumerated() {
      end += set.count
      ends.initializeElement(at: index, to: end)
    }
  }

  deinit {
    all.deallocate()
    ends.deallocate()
    letters.deallocate()
  }
}

extension Pattern {
  fileprivate init(_ term: Term, _ text: UnsafeBufferPointer<UInt32>) {
    kind = term.kind
    isInverse = term.isInverse
    isCaseSensitive = term.isCaseSensitive
    ignoresAccents = term.ignoresAccents
    isASCII = term.isASCII
    self.text = text
    let fields = term.fields ?? term.searchedFields
    self.fields = fields.reduce(0) { $0 | 1 << UInt32($1.rawValue) }
  }
}

extension Matcher {
  /// The score of a text for a query, from 0; nil if a set of its terms has no match.
  ///
  /// The first matching alternative of a set counts. An inverse term that is absent scores 0 and
  /// yields to a match.
  mutating func score(of query: borrowing Patterns, in text: SearchedText) -> Int? {
    var total = 0
    var start = 0
    for end in query.ends {
      var score: Int?
      for index in start..<end {
        let term = query.all[index]
        let found = find(term, in: text)?.score
        if let found, !term.isInverse {
          score = found
          break
        }
        if found == nil, term.isInverse { score = 0 }
      }
      guard let score else { return nil }
      total += score
      start = end
    }
    return total
  }

  /// The text's length in characters without the white space around it; a shorter text comes first.
  mutating func trimmedLength(of text: SearchedText) -> Int {
    guard !text.isASCII else { return trimmed(text.bytes, tables.classes) }
    let characters = wide.characters(
      of: text, lowers: false, onlyCapitals: false, ignoresAccents: false)
    let leading = characters.leadingWhite
    return leading == characters.count ? 0 : characters.count - leading - characters.trailingWhite
  }
}

/// The same for ASCII.
private func trimmed(
  _ bytes: UnsafeBufferPointer<UInt8>, _ classes: UnsafePointer<UInt8>
) -> Int {
  var (start, end) = (0, bytes.count)
  while start < end, classes[Int(bytes[start])] == 0 { start += 1 }
  while end > start, classes[Int(bytes[end - 1])] == 0 { end -= 1 }
  return end - start
}
