/// Finds the matches of a query in texts for highlighting; the matcher's memory is reused for all
/// rows of a screen.
package struct Highlighter: ~Copyable {
  private let patterns: Patterns
  /// Nil for an empty query: the matcher takes more than a megabyte.
  private var matcher: Matcher?

  package init(_ query: Query) {
    patterns = Patterns(query.sets)
    matcher = query.isEmpty ? nil : Matcher()
  }

  /// The matches in the texts shown of an entry: for each text, ranges in order.
  ///
  /// A term is highlighted in the text that it matches best, or the first of several.
  package mutating func highlights(
    in texts: [(field: EntryTable.Field, text: String)]
  ) -> [[Range<String.Index>]] {
    var marked = [Set<Int>](repeating: [], count: texts.count)
    var start = 0
    for end in patterns.ends {
      for index in start..<end where !patterns.all[index].isInverse {
        guard let place = matcher?.place(of: patterns.all[index], in: texts) else { continue }
        marked[place.text].formUnion(place.characters)
        break
      }
      start = end
    }
    return zip(texts, marked).map { text, marked in
      marked.isEmpty ? [] : text.text.ranges(ofScalars: marked)
    }
  }
}

extension Query {
  /// The highlights of a `Highlighter` for the texts of one entry.
  package func highlights(
    in texts: [(field: EntryTable.Field, text: String)]
  ) -> [[Range<String.Index>]] {
    var highlighter = Highlighter(self)
    return highlighter.highlights(in: texts)
  }
}

extension Matcher {
  /// The text that the term matches best, and the matching characters in it.
  fileprivate mutating func place(
    of term: Pattern, in texts: [(field: EntryTable.Field, text: String)]
  ) -> (text: Int, characters: [Int])? {
    var best: (score: Int, text: Int, characters: [Int])?
    for (index, text) in texts.enumerated()
    where term.fields & 1 << UInt32(text.field.rawValue) != 0 {
      positions = []
      guard let found = find(term, in: text.text), found.score > best?.score ?? -1 else { continue }
      best = (found.score, index, positions ?? [])
    }
    positions = nil
    return best.map { ($0.text, $0.characters) }
  }

  private mutating func find(_ term: Pattern, in text: String) -> Match? {
    Array(text.utf8).withUnsafeBufferPointer { find(term, in: SearchedText($0)) }
  }
}

extension String {
  /// Ranges of whole characters with at least one marked scalar.
  fileprivate func ranges(ofScalars marked: Set<Int>) -> [Range<Index>] {
    var ranges: [Range<Index>] = []
    var count = 0
    for index in indices {
      let scalars = count..<count + self[index].unicodeScalars.count
      count = scalars.upperBound
      guard scalars.contains(where: marked.contains) else { continue }
      let end = self.index(after: index)
      if let last = ranges.last, last.upperBound == index {
        ranges[ranges.count - 1] = last.lowerBound..<end
      } else {
        ranges.append(index..<end)
      }
    }
    return ranges
  }
}
