/// What was typed to find an entry: words in any order, each to be found in some field, in any case.
package struct Query: Sendable, Hashable {
  /// The words, folded; an entry must hold every one of them.
  let words: [[UInt8]]

  /// The query that white space divides into words; of nothing but white space, one that all match.
  package init(_ text: String) {
    words = text.split(whereSeparator: \.isWhitespace).map { folded($0) }
  }

  package var isEmpty: Bool { words.isEmpty }

  package func matches(_ entry: IndexedEntry) -> Bool {
    words.allSatisfy(entry.haystack.holds)
  }

  /// True where whatever this query matches, the other matches too, so that its matches are enough to look through.
  package func narrows(_ other: Query) -> Bool {
    other.words.allSatisfy { word in words.contains { $0.holds(word) } }
  }
}
