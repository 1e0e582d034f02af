import Glibc

/// Finds terms in texts and scores them exactly as fzf 0.74 does.
///
/// It owns all the memory that this takes, so a scan allocates nothing; each thread has its own
/// matcher.
struct Matcher: ~Copyable {
  let tables = ByteTables()
  var wide = WideCharacterFolder()
  var grid = ScoreGrid()
  /// The matched positions, if they are requested.
  var positions: [Int]?

  /// A match: the score, and the range from the first to the last character.
  struct Match {
    var range: Range<Int>
    var score: Int
  }

  /// The best match of a term in a text; nil if there is none.
  ///
  /// Inverse terms are matched in the same way; the query interprets the result.
  mutating func find(_ term: Pattern, in text: SearchedText) -> Match? {
    guard text.isASCII else { return findWide(term, in: text) }
    guard term.isASCII, term.text.count <= text.bytes.count else { return nil }
    switch term.kind {
    case .fuzzy, .exact, .boundary:
      guard let scope = scope(of: term, in: text.bytes) else { return nil }
      return find(term, in: characters(of: text, for: term), scope: scope)
    case .prefix, .suffix, .whole:
      return find(term, in: characters(of: text, for: term), scope: 0..<text.bytes.count)
    case .state: return nil
    }
  }

  private mutating func findWide(_ term: Pattern, in text: SearchedText) -> Match? {
    let isGreedy =
      isTooLarge(term.text.count, text.bytes.count) && isTooLarge(term.text.count, text.count)
    let characters = wide.characters(
      of: text, for: term, onlyCapitals: term.kind == .fuzzy && !isGreedy)
    guard term.text.count <= characters.count else { return nil }
    return find(term, in: characters, scope: 0..<characters.count)
  }

  @inline(__always)
  private mutating func find(
    _ term: Pattern, in text: some Characters, scope: Range<Int>
  ) -> Match? {
    switch term.kind {
    case .fuzzy:
      isTooLarge(term.text.count, text.count)
        ? greedy(term, in: text) : fuzzy(term, in: text, scope: scope)
    case .exact: exact(term, in: text)
    case .boundary: boundary(term, in: text)
    case .prefix: prefix(term, in: text)
    case .suffix: suffix(term, in: text)
    case .whole: whole(term, in: text)
    case .state: nil
    }
  }

  @inline(__always)
  private func characters(of text: SearchedText, for term: Pattern) -> ASCIICharacters {
    ASCIICharacters(
      bytes: text.bytes, folding: term.isCaseSensitive ? tables.same : tables.lower,
      classes: tables.classes)
  }

  /// True if the best match would take too long to find, so that the first one is used (fzf's
  /// limits).
  private func isTooLarge(_ pattern: Int, _ text: Int) -> Bool {
    pattern > 1000 || pattern * text > ScoreGrid.capacity
  }
}

extension SearchedText {
  /// The length in characters.
  var count: Int {
    isASCII ? bytes.count : UTF8Decoder(bytes).count
  }
}

extension UTF8Decoder {
  fileprivate var count: Int {
    var rest = self
    var count = 0
    while rest.next() != nil { count += 1 }
    return count
  }
}

extension Characters {
  /// The bonus of the character for its position.
  @inline(__always)
  func bonus(_ index: Int, _ tables: borrowing ByteTables) -> Int16 {
    guard index > 0 else { return ScoreRules.boundaryAfterWhite }
    return tables.bonus(after: characterClass(index - 1), at: characterClass(index))
  }

  @inline(__always)
  func classBefore(_ index: Int) -> UInt8 {
    index > 0 ? characterClass(index - 1) : CharacterClass.white.rawValue
  }
}

extension Matcher {
  /// The range of a text in which the term's characters occur in order; nil if they do not.
  ///
  /// It begins one character early, since the character before decides about the bonus.
  @inline(__always)
  func scope(of term: Pattern, in text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    guard let start = text.baseAddress else { return nil }
    let folding = term.isCaseSensitive ? tables.same : tables.lower
    var first = 0
    var place = 0
    var last: UInt32 = 0
    for index in term.text.indices {
      last = term.text[index]
      while true {
        guard place < text.count else { return nil }
        if UInt32(folding[Int(start[place])]) == last { break }
        place += 1
      }
      if index == 0, place > 0 { first = place - 1 }
      place += 1
    }
    var end = text.count
    while end > place, UInt32(folding[Int(start[end - 1])]) != last { end -= 1 }
    return first..<end
  }
}

extension Matcher {
  /// The first match of a term's characters in order, shortened as far as its end allows.
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

  /// The score of the term's characters in a range, each at its first place.
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
