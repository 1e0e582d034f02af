extension Matcher {
  /// The place of a term's characters, in order, that scores best: Smith and Waterman's way, without leaving
  /// out any of them.
  mutating func fuzzy(_ term: Pattern, in text: some Characters, scope: Range<Int>) -> Match? {
    if term.text.count == 1 { return single(term.text[0], in: text, scope: scope) }
    guard let last = firstRow(term, in: text, scope: scope) else { return nil }
    let (score, end) = otherRows(term, last: last)
    let start =
      positions == nil
      ? grid.firsts[0] : trace(term, from: end, last: last, offset: scope.lowerBound)
    return Match(range: scope.lowerBound + start..<scope.lowerBound + end + 1, score: Int(score))
  }

  /// The best place of one character: the first at which a word begins, else the first of the best.
  private mutating func single(
    _ wanted: UInt32, in text: some Characters, scope: Range<Int>
  ) -> Match? {
    var best: Int16 = -1
    var place = 0
    var before = CharacterClass.white.rawValue
    for index in scope {
      let here = text.characterClass(index)
      if text.character(index) == wanted {
        let bonus = tables.bonus(after: before, at: here)
        if bonus > best { (best, place) = (bonus, index) }
        if bonus >= ScoreRules.boundary { break }
      }
      before = here
    }
    guard best >= 0 else { return nil }
    positions?.append(place)
    return Match(
      range: place..<place + 1, score: Int(ScoreRules.match + best * ScoreRules.firstCharacter))
  }

  /// Fills in what is known of every place, and the row of the first character.
  ///
  /// The last place at which the term's last character stands; nil where not all of them are there.
  private mutating func firstRow(
    _ term: Pattern, in text: some Characters, scope: Range<Int>
  ) -> Int? {
    let pattern = term.text
    let first = pattern[0]
    var (next, last) = (0, 0)
    var wanted = first
    var score: Int16 = 0
    var before = CharacterClass.white.rawValue
    var isInGap = false
    for place in 0..<scope.count {
      let character = text.character(scope.lowerBound + place)
      let here = text.characterClass(scope.lowerBound + place)
      let bonus = tables.bonus(after: before, at: here)
      grid.characters[place] = character
      grid.bonuses[place] = bonus
      before = here
      if character == wanted {
        if next < pattern.count {
          grid.firsts[next] = place
          next += 1
          wanted = pattern[min(next, pattern.count - 1)]
        }
        last = place
      }
      if character == first {
        score = ScoreRules.match + bonus * ScoreRules.firstCharacter
      } else {
        score = max(0, score + (isInGap ? ScoreRules.gapExtension : ScoreRules.gapStart))
      }
      isInGap = character != first
      grid.firstScores[place] = score
      grid.firstRuns[place] = isInGap ? 0 : 1
    }
    return next == pattern.count ? last : nil
  }
}
