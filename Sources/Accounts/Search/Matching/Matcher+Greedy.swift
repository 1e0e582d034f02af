extension Matcher {
  /// The first place of a term's characters, in order, made as short as its end allows.
  mutating func greedy(_ term: Pattern, in text: some Characters) -> Match? {
    guard let end = firstEnd(of: term, in: text) else { return nil }
    var next = term.text.count
    var start = end
    while next > 0 {
      start -= 1
      if text.character(start) == term.text[next - 1] { next -= 1 }
    }
    return Match(range: start..<end, score: score(term, in: text, start..<end))
  }

  private func firstEnd(of term: Pattern, in text: some Characters) -> Int? {
    var next = 0
    for index in 0..<text.count where text.character(index) == term.text[next] {
      next += 1
      if next == term.text.count { return index + 1 }
    }
    return nil
  }

  /// What the term is worth where its characters stand in a range, each at its first place.
  mutating func score(_ term: Pattern, in text: some Characters, _ range: Range<Int>) -> Int {
    var total = 0
    var next = 0
    var run = 0
    var firstBonus: Int16 = 0
    var before = text.classBefore(range.lowerBound)
    for index in range {
      let here = text.characterClass(index)
      if next < term.text.count, text.character(index) == term.text[next] {
        var bonus = tables.bonus(after: before, at: here)
        if run == 0 {
          firstBonus = bonus
        } else {
          if bonus >= ScoreRules.boundary, bonus > firstBonus { firstBonus = bonus }
          bonus = max(bonus, firstBonus, ScoreRules.consecutive)
        }
        total += Int(ScoreRules.match + (next == 0 ? bonus * ScoreRules.firstCharacter : bonus))
        positions?.append(index)
        run += 1
        next += 1
      } else {
        total += Int(run == 0 && next > 0 ? ScoreRules.gapExtension : ScoreRules.gapStart)
        run = 0
        firstBonus = 0
      }
      before = here
    }
    return total
  }
}
