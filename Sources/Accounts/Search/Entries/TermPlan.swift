/// A term, and what can be known of it before any row is looked at.
struct TermPlan: Sendable {
  let term: Term
  let fields: [EntryTable.Field]
  let letters: Letters
  /// By value, for those that many rows share: the score, below 0 where the term is not found.
  private var sharedScores: [Int]

  init(_ term: Term, _ reader: EntryTable.Reader, _ matcher: inout Matcher) {
    self.term = term
    fields = term.field.map { [$0] } ?? term.searchedFields
    letters = Letters(term)
    sharedScores = []
    sharedScores.reserveCapacity(reader.sharedCount + 1)
    sharedScores.append(-1)
    for id in 1..<max(1, reader.sharedCount + 1) {
      sharedScores.append(score(ofValue: id, reader, &matcher))
    }
  }

  /// The score of the field that the term fits best; below 0 where it is in none.
  @inline(__always)
  func score(_ row: Int, _ reader: EntryTable.Reader, _ matcher: inout Matcher) -> Int {
    var best = -1
    var before = 0
    for field in fields {
      let id = reader.value(field, row)
      // A display name that nobody has given is the name itself.
      if id == 0 || id == before { continue }
      before = id
      let score =
        id <= reader.sharedCount ? sharedScores[id] : score(ofValue: id, reader, &matcher)
      // Of two that fit as well a name is what was meant.
      best = max(best, field.isName ? score : score - 1)
    }
    return best
  }

  @inline(__always)
  private func score(
    ofValue id: Int, _ reader: EntryTable.Reader, _ matcher: inout Matcher
  ) -> Int {
    let letters = reader.letters(ofValue: id)
    guard letters.mayHold(self.letters) else { return -1 }
    let text = SearchedText(reader.bytes(ofValue: id), isASCII: !letters.contains(.others))
    return matcher.find(term, in: text)?.score ?? -1
  }
}

extension EntryTable.Field {
  @inline(__always)
  fileprivate var isName: Bool { self == .displayName || self == .name }
}

extension Term {
  /// Where a term that names no field is looked for, the display name and the name side by side.
  ///
  /// A role's ARN says once more what account and role say, between letters that every ARN has: only a term
  /// with a colon or a slash, which no other field is likely to have, is looked for in it.
  var searchedFields: [EntryTable.Field] {
    let fields: [EntryTable.Field] = [.displayName, .name, .account, .role, .region, .group]
    let isPartOfARN = text.contains { $0 == 0x3A || $0 == 0x2F }
    return isPartOfARN ? fields + [.arn] : fields
  }
}
