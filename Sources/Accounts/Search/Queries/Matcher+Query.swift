extension Matcher {
  /// What a text is worth to a query, from 0; nil where a set of its terms has none that is found.
  ///
  /// The first of a set's alternatives that is found decides; one that is not wanted, and not there, is worth
  /// nothing, and gives way to one that is.
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

  /// The text's length without the white space around it, in characters; what is shorter comes first.
  mutating func trimmedLength(of text: SearchedText) -> Int {
    guard !text.isASCII else { return trimmed(text.bytes, tables.classes) }
    let characters = wide.characters(of: text, lowers: false, onlyCapitals: false, plain: false)
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
