/// The scores of the values that many rows share, such as roles and regions, worked out once for each pattern.
struct SharedScores: ~Copyable {
  private let scores: UnsafeMutableBufferPointer<Int32>
  private let width: Int

  init(_ patterns: borrowing Patterns, _ reader: EntryTable.Reader, _ matcher: inout Matcher) {
    width = reader.sharedCount + 1
    scores = .allocate(capacity: max(1, width * patterns.all.count))
    for (index, pattern) in patterns.all.enumerated() {
      scores.initializeElement(at: index * width, to: -1)
      for id in 1..<max(1, width) {
        let score = matcher.score(pattern, CharacterMask(pattern), ofValue: id, reader)
        scores.initializeElement(at: index * width + id, to: Int32(clamping: score))
      }
    }
  }

  deinit {
    scores.deallocate()
  }

  /// Below 0 where the pattern is not found.
  @inline(__always)
  func score(_ pattern: Int, ofValue id: Int) -> Int { Int(scores[pattern * width + id]) }
}

extension Matcher {
  /// The score of a value of the table; below 0 where the pattern, which has these letters, is not found.
  @inline(__always)
  mutating func score(
    _ pattern: Pattern, _ wanted: CharacterMask, ofValue id: Int, _ reader: EntryTable.Reader
  ) -> Int {
    let letters = reader.letters(ofValue: id)
    guard letters.mayContain(wanted) else { return -1 }
    let text = SearchedText(reader.bytes(ofValue: id), isASCII: !letters.contains(.others))
    return find(pattern, in: text)?.score ?? -1
  }
}

extension Term {
  /// Where a term that names no field is looked for.
  ///
  /// A role's ARN says once more what account and role say, between letters that every ARN has: only a term
  /// with a colon or a slash, which no other field is likely to have, is looked for in it.
  ///
  /// A switch has its time there, where the digits of a fuzzy term would be scattered anywhere.
  var searchedFields: [EntryTable.Field] {
    let fields: [EntryTable.Field] = [.displayName, .name, .account, .role, .region, .group]
    guard scope != .switches else {
      return kind == .fuzzy ? fields : fields + [HistoryTable.timeField]
    }
    if case .state = kind { return [] }
    let isPartOfARN = text.contains { $0 == 0x3A || $0 == 0x2F }
    return isPartOfARN ? fields + [.arn] : fields
  }
}
