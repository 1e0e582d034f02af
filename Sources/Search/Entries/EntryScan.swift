/// Searches rows of a table for a query.
struct EntryScan: ~Copyable {
  private let reader: EntryTable.Reader
  private let order: EntryOrder
  private let patterns: Patterns
  private let letters: UnsafeMutableBufferPointer<CharacterMask>
  private let shared: SharedScores
  private let ranks: Bool
  /// The states of each row, if the query asks for states.
  private let states: [EntryStates]
  private var matcher = Matcher()

  init(
    _ reader: EntryTable.Reader, _ order: EntryOrder, _ query: Query, _ states: [EntryStates]
  ) {
    self.reader = reader
    self.order = order
    self.states = states
    patterns = Patterns(query.sets)
    ranks = query.ranks
    letters = .allocate(capacity: max(1, patterns.all.count))
    for (index, pattern) in patterns.all.enumerated() {
      letters.initializeElement(at: index, to: CharacterMask(pattern))
    }
    shared = SharedScores(patterns, reader, &matcher)
  }

  deinit {
    letters.deallocate()
  }

  /// The rows found, and their ranks.
  struct Matches: Sendable {
    var rows: [UInt32] = []
    var ranks: [UInt64] = []

    mutating func reserve(_ count: Int) {
      rows.reserveCapacity(count)
      ranks.reserveCapacity(count)
    }
  }

  mutating func find(in rows: some Sequence<UInt32>, atMost count: Int) -> Matches {
    var found = Matches()
    found.reserve(count)
    order.places.withUnsafeBufferPointer { places in
      order.frecency.withUnsafeBufferPointer { frecency in
        for row in rows {
          let score = score(ofRow: Int(row))
          guard score >= 0 else { continue }
          found.rows.append(row)
          found.ranks.append(rank(score, Int(row), Int(places[Int(row)]), frecency))
        }
      }
    }
    return found
  }

  private mutating func rank(
    _ score: Int, _ row: Int, _ place: Int, _ frecency: UnsafeBufferPointer<UInt16>
  ) -> UInt64 {
    guard ranks else { return UInt64(place) }
    return Rank.make(
      score: score, frecency: frecency.isEmpty ? .max : frecency[row],
      length: order.prefersShort ? length(ofRow: row) : 0, place: place)
  }

  private mutating func length(ofRow row: Int) -> Int {
    let id = reader.value(.displayName, row)
    let text = SearchedText(
      reader.bytes(ofValue: id), isASCII: !reader.letters(ofValue: id).contains(.others))
    return matcher.trimmedLength(of: text)
  }

  /// The score as for a line: in each set the first matching alternative counts; below 0 if a set
  /// has none.
  private mutating func score(ofRow row: Int) -> Int {
    var total = 0
    var start = 0
    for end in patterns.ends {
      var score = -1
      for index in start..<end {
        let found = self.score(index, row)
        let isInverse = patterns.all[index].isInverse
        if found >= 0, !isInverse {
          score = found
          break
        }
        if found < 0, isInverse { score = 0 }
      }
      guard score >= 0 else { return -1 }
      total += score
      start = end
    }
    return total
  }

  /// The score of the field that matches a pattern best; below 0 if none does.
  @inline(__always)
  private mutating func score(_ index: Int, _ row: Int) -> Int {
    let pattern = patterns.all[index]
    var best = -1
    var before = 0
    var fields = pattern.fields
    if fields == 0 { return isIn(pattern.kind, row) ? 0 : -1 }
    while fields != 0 {
      let field = fields.trailingZeroBitCount
      fields &= fields - 1
      let id = reader.value(field, row)
      // A row without its own display name has the name itself.
      if id == 0 || id == before { continue }
      before = id
      let score =
        id <= reader.sharedCount
        ? shared.score(index, ofValue: id)
        : matcher.score(pattern, letters[index], ofValue: id, reader)
      // If both match equally well, the name is preferred.
      best = max(best, field <= EntryTable.Field.displayName.rawValue ? score : score - 1)
    }
    return best
  }

  private func isIn(_ kind: Term.Kind, _ row: Int) -> Bool {
    guard case .state(let wanted) = kind, states.indices.contains(row) else { return false }
    return !states[row].isDisjoint(with: wanted)
  }
}

/// The scores of values shared by many rows, such as roles and regions, computed once for each
/// pattern.
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

  /// Below 0 if the pattern does not match.
  @inline(__always)
  func score(_ pattern: Int, ofValue id: Int) -> Int { Int(scores[pattern * width + id]) }
}

extension Matcher {
  /// The score of a value of the table; below 0 if the pattern, which has these letters, does not
  /// match.
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
  /// The fields in which a term without a field name is searched.
  ///
  /// A role's ARN repeats the account and the role, among letters that every ARN has. Therefore
  /// only a term with a colon or a slash, which other fields rarely have, is searched in it.
  ///
  /// For a switch this field is its time, in which the digits of a fuzzy term would match almost
  /// anywhere.
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
