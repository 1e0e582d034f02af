extension Matcher {
  /// The exact term: the first occurrence at the start of a word, otherwise the first of the best
  /// ones.
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

  /// The exact term between word boundaries, of which an underscore is the weakest.
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
    // This makes the score comparable with other kinds of matches.
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

  /// The first occurrence of the term from an index on.
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

extension Matcher {
  /// The term at the start; white space before it is skipped unless the term begins with some.
  mutating func prefix(_ term: Pattern, in text: some Characters) -> Match? {
    let start = term.startsWithWhite ? 0 : text.leadingWhite
    return found(term, in: text, ifAt: start)
  }

  /// The term at the end; white space after it is skipped unless the term ends with some.
  mutating func suffix(_ term: Pattern, in text: some Characters) -> Match? {
    let end = text.count - (term.endsWithWhite ? 0 : text.trailingWhite)
    return found(term, in: text, ifAt: end - term.text.count)
  }

  /// The term as the whole text; surrounding white space is skipped in the same way.
  mutating func whole(_ term: Pattern, in text: some Characters) -> Match? {
    let start = term.startsWithWhite ? 0 : text.leadingWhite
    let end = text.count - (term.endsWithWhite ? 0 : text.trailingWhite)
    guard end - start == term.text.count, var found = found(term, in: text, ifAt: start)
    else { return nil }
    let white = Int(ScoreRules.boundaryAfterWhite)
    found.score = (Int(ScoreRules.match) + white) * term.text.count + white
    return found
  }

  /// The match of the term at a place where it occurs.
  mutating func found(_ term: Pattern, in text: some Characters, at place: Int) -> Match {
    let range = place..<place + term.text.count
    return Match(range: range, score: score(term, in: text, range))
  }

  private mutating func found(_ term: Pattern, in text: some Characters, ifAt place: Int) -> Match?
  {
    guard place >= 0, place + term.text.count <= text.count else { return nil }
    for (offset, wanted) in term.text.enumerated()
    where text.character(place + offset) != wanted {
      return nil
    }
    return found(term, in: text, at: place)
  }
}

extension Pattern {
  fileprivate var startsWithWhite: Bool { text.first.map(isWhite) ?? false }
  fileprivate var endsWithWhite: Bool { text.last.map(isWhite) ?? false }
}

private func isWhite(_ scalar: UInt32) -> Bool { CharacterClass(scalar) == .white }
