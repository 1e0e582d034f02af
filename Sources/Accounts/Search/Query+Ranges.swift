extension Query {
  /// Where the query's words stand in a text, in order and apart from each other, to be highlighted.
  package func ranges(in text: String) -> [Range<String.Index>] {
    guard !words.isEmpty else { return [] }
    let letters = Letters(text)
    return merged(words.flatMap(letters.ranges))
  }

  private func merged(_ ranges: [Range<String.Index>]) -> [Range<String.Index>] {
    var result: [Range<String.Index>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, range.lowerBound <= last.upperBound {
        let end = max(last.upperBound, range.upperBound)
        result[result.count - 1] = last.lowerBound..<end
      } else {
        result.append(range)
      }
    }
    return result
  }
}

/// A text folded character by character, with the way back from each byte.
private struct Letters {
  var bytes: [UInt8] = []
  /// For each byte, the character that it came from.
  var sources: [Range<String.Index>] = []

  init(_ text: String) {
    var start = text.startIndex
    while start < text.endIndex {
      let end = text.index(after: start)
      let letter = folded(text[start..<end])
      bytes += letter
      sources += Array(repeating: start..<end, count: letter.count)
      start = end
    }
  }

  /// Every place of the word, as whole characters.
  func ranges(of word: [UInt8]) -> [Range<String.Index>] {
    guard !word.isEmpty, word.count <= bytes.count else { return [] }
    return (0...bytes.count - word.count)
      .filter { bytes[$0..<$0 + word.count].elementsEqual(word) }
      .map { sources[$0].lowerBound..<sources[$0 + word.count - 1].upperBound }
  }
}
