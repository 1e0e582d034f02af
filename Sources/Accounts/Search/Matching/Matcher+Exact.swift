extension Matcher {
  /// The term as it stands, at the first place where a word begins, else at the first of the best places.
  mutating func exact(_ term: Pattern, in text: some Characters) -> Match? {
    var best: (place: Int, bonus: Int16)?
    var place = 0
    while let found = next(term, in: text, from: place) {
      let bonus = text.bonus(found, tables)
      if bonus > best?.bonus ?? -1 { best = (found, bonus) }
      if bonus >= ScoreRules.boundary { break }
      place = found + 1
    }
    return best.map { found(term, in: text, at: $0.place) }
  }

  /// The term as it stands between the edges of words, an underscore being the least of edges.
  mutating func boundary(_ term: Pattern, in text: some Characters) -> Match? {
    var place = 0
    while let found = next(term, in: text, from: place) {
      let end = found + term.text.count
      if isEdge(text, before: found), isEdge(text, after: end),
        text.bonus(found, tables) >= ScoreRules.boundary
      {
        return bounded(term, in: text, found..<end)
      }
      place = found + 1
    }
    return nil
  }

  private mutating func bounded(
    _ term: Pattern, in text: some Characters, _ range: Range<Int>
  ) -> Match {
    let underscore: UInt32 = 0x5F
    let bonus = text.bonus(range.lowerBound, tables)
    var score = Int(bonus)
    var deduction = Int(bonus - ScoreRules.boundary) + 1
    if range.lowerBound > 0, text.character(range.lowerBound - 1) == underscore {
      score -= deduction + 1
      deduction = 1
    }
    if range.upperBound < text.count, text.character(range.upperBound) == underscore {
      score -= deduction
    }
    // So that it can be held against other ways to match.
    score += Int(ScoreRules.match) * term.text.count
    score += Int(ScoreRules.boundaryAfterWhite) * (term.text.count + 1)
    positions?.append(contentsOf: range)
    return Match(range: range, score: score)
  }

  @inline(__always)
  private func isEdge(_ text: some Characters, before start: Int) -> Bool {
    start == 0 || text.characterClass(start - 1) <= CharacterClass.delimiter.rawValue
  }

  @inline(__always)
  private func isEdge(_ text: some Characters, after end: Int) -> Bool {
    end == text.count || text.characterClass(end) <= CharacterClass.delimiter.rawValue
  }

  /// The first place of the term from an index on.
  @inline(__always)
  private func next(_ term: Pattern, in text: some Characters, from start: Int) -> Int? {
    let last = text.count - term.text.count
    guard start <= last else { return nil }
    let wanted = term.text
    for place in start...last where text.character(place) == wanted[0] {
      var index = 1
      while index < wanted.count, text.character(place + index) == wanted[index] { index += 1 }
      if index == wanted.count { return place }
    }
    return nil
  }
}
