extension YAMLMappingPlace {
  /// What takes a field out, though no comment behind it; nil where it cannot be told.
  func removing(_ key: String) -> YAMLSplice? {
    guard let index = index(of: key), let pair = pair(index) else { return nil }
    let range = isFlow ? withComma(pair) : pair.start..<pair.end
    return YAMLSplice(tidied(range, isLast: index == fields.indices.last), "")
  }

  /// The field with the comma behind it, else with the one before.
  private func withComma(_ pair: YAMLPair) -> Range<Int> {
    let next = text.skippingBlanks(pair.end)
    if text[next] == "," { return pair.start..<next + 1 }
    var before = pair.start - 1
    while text.isBlank(before) || text[before].map(isBreak) == true { before -= 1 }
    return (text[before] == "," ? before : pair.start)..<pair.end
  }

  /// What else goes with a range: its line where nothing else is there, or the space to what comes next.
  private func tidied(_ range: Range<Int>, isLast: Bool) -> Range<Int> {
    let line = text.lineStart(range.lowerBound)
    let behind = text.skippingBlanks(range.upperBound)
    guard text.skippingBlanks(line) == range.lowerBound else {
      return isFlow && isLast ? range : range.lowerBound..<nextContent(behind)
    }
    guard text.isBreakOrEnd(behind) else { return range.lowerBound..<behind }
    if let next = text.nextLine(behind) { return line..<next }
    // The text ends here, with or without a break as before.
    return (line == 0 ? 0 : text.lineEnd(text.lineStart(line - 1)))..<behind
  }

  /// The next character that says something: a comment counts, too.
  private func nextContent(_ place: Int) -> Int {
    var place = text.skippingBlanks(place)
    while !isFlow, let scalar = text[place], isBreak(scalar) {
      place = text.skippingBlanks(place + 1)
    }
    return place
  }
}
