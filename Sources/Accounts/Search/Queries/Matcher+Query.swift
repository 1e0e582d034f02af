extension Matcher {
  /// What a text is worth to a query, from 0; nil where a set of its terms has none that is found.
  mutating func score(of query: Query, in text: SearchedText) -> Int? {
    var total = 0
    for set in query.sets {
      guard let score = score(of: set, in: text) else { return nil }
      total += score
    }
    return total
  }

  /// The first of the alternatives that is found decides; one that is not wanted, and not there, is worth
  /// nothing, and gives way to one that is.
  private mutating func score(of alternatives: [Term], in text: SearchedText) -> Int? {
    var score: Int?
    for term in alternatives {
      let found = find(term, in: text)
      if let found, !term.isInverse { return found.score }
      if found == nil, term.isInverse { score = 0 }
    }
    return score
  }

  /// The text's length without the white space around it, in characters; what is shorter comes first.
  mutating func trimmedLength(of text: SearchedText) -> Int {
    guard !text.isASCII else { return trimmed(text.bytes, tables.classes) }
    let term = Term(.fuzzy, [], heedsCase: true, ignoresAccents: false)
    let characters = wide.characters(of: text, for: term, onlyCapitals: false)
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
