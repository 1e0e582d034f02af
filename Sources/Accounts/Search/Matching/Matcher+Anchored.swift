extension Matcher {
  /// The term at the start; white space before it does not count unless the term has some.
  mutating func prefix(_ term: Pattern, in text: some Characters) -> Match? {
    let start = term.startsWithWhite ? 0 : text.leadingWhite
    return found(term, in: text, ifAt: start)
  }

  /// The term at the end, likewise.
  mutating func suffix(_ term: Pattern, in text: some Characters) -> Match? {
    let end = text.count - (term.endsWithWhite ? 0 : text.trailingWhite)
    return found(term, in: text, ifAt: end - term.text.count)
  }

  /// The term and nothing else, likewise.
  mutating func whole(_ term: Pattern, in text: some Characters) -> Match? {
    let start = term.startsWithWhite ? 0 : text.leadingWhite
    let end = text.count - (term.endsWithWhite ? 0 : text.trailingWhite)
    guard end - start == term.text.count, var found = found(term, in: text, ifAt: start)
    else { return nil }
    let white = Int(ScoreRules.boundaryAfterWhite)
    found.score = (Int(ScoreRules.match) + white) * term.text.count + white
    return found
  }

  /// What the term is worth at a place, where it stands.
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
