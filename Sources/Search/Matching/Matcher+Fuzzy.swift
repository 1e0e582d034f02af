extension Matcher {
  /// The best match of a term's characters in order, by the Smith-Waterman algorithm without
  /// omissions.
  mutating func fuzzy(_ term: Pattern, in text: some Characters, scope: Range<Int>) -> Match? {
    if term.text.count == 1 { return single(term.text[0], in: text, scope: scope) }
    guard let last = firstRow(term, in: text, scope: scope) else { return nil }
    let (score, end) = otherRows(term, last: last)
    let start =
      positions == nil
      ? grid.firsts[0] : trace(term, from: end, last: last, offset: scope.lowerBound)
    return Match(range: scope.lowerBound + start..<scope.lowerBound + end + 1, score: Int(score))
  }

  /// The best match of one character: the first at the start of a word, otherwise the first of the
  /// best ones.
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

  /// Fills in the data of every place, and the row of the first character.
  ///
  /// Returns the last place of the term's last character; nil if the text does not have all
  /// characters in order.
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

extension Matcher {
  /// Fills in the rows of the term's other characters; returns the best score, and the place where
  /// it ends.
  mutating func otherRows(_ term: Pattern, last: Int) -> (score: Int16, end: Int) {
    let start = grid.firsts[0]
    let width = last - start + 1
    if positions != nil { clear(term.text.count * width) }
    grid.scores.update(from: grid.firstScores + start, count: width)
    grid.runs.update(from: grid.firstRuns + start, count: width)
    var best: (score: Int16, end: Int) = (0, 0)
    for row in 1..<term.text.count {
      let found = fill(row: row, wanted: term.text[row], width: width, last: last)
      if row == term.text.count - 1 { best = found }
    }
    return best
  }

  /// Tracing positions reads cells that are otherwise never written.
  private func clear(_ cells: Int) {
    grid.scores.update(repeating: 0, count: cells)
    grid.runs.update(repeating: 0, count: cells)
  }

  @inline(__always)
  private func fill(row: Int, wanted: UInt32, width: Int, last: Int) -> (Int16, Int) {
    let start = grid.firsts[0]
    let first = grid.firsts[row]
    let scores = grid.scores + row * width - start
    let runs = grid.runs + row * width - start
    let above = scores - width
    let runsAbove = runs - width
    var best: (score: Int16, end: Int) = (0, 0)
    var left: Int16 = 0
    var isInGap = false
    for place in first...last {
      let gap = left + (isInGap ? ScoreRules.gapExtension : ScoreRules.gapStart)
      var matched: Int16 = 0
      var run: Int16 = 0
      if grid.characters[place] == wanted {
        (matched, run) = extend(
          above[place - 1], run: runsAbove[place - 1], at: place, orGap: gap)
      }
      runs[place] = run
      isInGap = matched < gap
      let score = max(matched, gap, 0)
      if score > best.score { best = (score, place) }
      scores[place] = score
      left = score
    }
    return best
  }

  /// The score and the run after one more matching character.
  @inline(__always)
  private func extend(
    _ score: Int16, run: Int16, at place: Int, orGap gap: Int16
  ) -> (score: Int16, run: Int16) {
    let own = grid.bonuses[place]
    var bonus = own
    var run = run + 1
    if run > 1 {
      let first = grid.bonuses[place - Int(run) + 1]
      if bonus >= ScoreRules.boundary && bonus > first {
        run = 1
      } else {
        bonus = max(bonus, ScoreRules.consecutive, first)
      }
    }
    let matched = score + ScoreRules.match
    return matched + bonus < gap ? (matched + own, 0) : (matched + bonus, run)
  }

  /// Traces the best score back to its characters, into `positions`; returns the first place.
  mutating func trace(_ term: Pattern, from end: Int, last: Int, offset: Int) -> Int {
    let start = grid.firsts[0]
    let width = last - start + 1
    let cells = width * term.text.count
    var row = term.text.count - 1
    var place = end
    var prefersMatch = true
    while true {
      let cell = row * width + place - start
      let score = grid.scores[cell]
      let diagonal = row > 0 && place >= grid.firsts[row] ? grid.scores[cell - width - 1] : 0
      let left = place > grid.firsts[row] ? grid.scores[cell - 1] : 0
      if score > diagonal, score > left || score == left && prefersMatch {
        positions?.append(offset + place)
        if row == 0 { return place }
        row -= 1
      }
      prefersMatch =
        grid.runs[cell] > 1 || cell + width + 1 < cells && grid.runs[cell + width + 1] > 0
      place -= 1
    }
  }
}
