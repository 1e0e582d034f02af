/// One term of a query: its text, and how it matches.
package struct Term: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// The characters in order, with others between them.
    case fuzzy
    /// The exact text: `'text`.
    case exact
    /// The exact text between word boundaries: `'text'`.
    case boundary
    /// The text at the start, at the end, or as a whole: `^text`, `text$`, `^text$`.
    case prefix, suffix, whole
    /// One of these states: `is:mfa`.
    case state(EntryStates)
  }

  var kind: Kind
  /// True if matching texts are excluded: `!text`.
  var isInverse: Bool
  /// In lower case unless `isCaseSensitive`, and without accents if `ignoresAccents`; empty only
  /// for a state.
  let text: [UInt32]
  let isCaseSensitive: Bool
  /// True if the term has no accents, so that it matches letters with and without.
  let ignoresAccents: Bool
  /// The fields to search; nil for any.
  let fields: [EntryTable.Field]?
  let scope: SearchScope
  let isASCII: Bool

  package init(
    _ kind: Kind, _ text: [UInt32], isInverse: Bool = false, isCaseSensitive: Bool = false,
    ignoresAccents: Bool = true, fields: [EntryTable.Field]? = nil, scope: SearchScope = .lines
  ) {
    self.kind = kind
    self.isInverse = isInverse
    self.text = text
    self.isCaseSensitive = isCaseSensitive
    self.ignoresAccents = ignoresAccents
    self.fields = fields
    self.scope = scope
    isASCII = text.allSatisfy { $0 < 0x80 }
  }
}

/// The data that a query searches.
package enum SearchScope: Sendable, Hashable {
  case entries
  /// The history, whose rows have the method and the time in the fields of group and ARN.
  case switches
  case lines
}

extension SearchScope {
  /// The names of fields in queries.
  ///
  /// The first names are those on the screen; the others are alternatives.
  var names: [([UInt32], [EntryTable.Field])] {
    switch self {
    case .entries: Self.entryNames
    case .switches: Self.switchNames
    case .lines: []
    }
  }

  private static let entryNames = read([
    ("name:", [.displayName, .name]), ("account:", [.account]), ("role:", [.role]),
    ("region:", [.region]), ("group:", [.group]), ("session:", [.login]), ("profile:", [.name]),
    ("id:", [.account]),
  ])
  private static let switchNames = read([
    ("when:", [HistoryTable.timeField]), ("name:", [.displayName, .name]), ("account:", [.account]),
    ("role:", [.role]), ("how:", [HistoryTable.methodField]), ("region:", [.region]),
    ("profile:", [.name]), ("id:", [.account]), ("date:", [HistoryTable.timeField]),
  ])

  private static func read(
    _ names: [(String, [EntryTable.Field])]
  ) -> [([UInt32], [EntryTable.Field])] {
    names.map { ($0.unicodeScalars.map(\.value), $1) }
  }
}

extension Term {
  /// The alternatives of a fuzzy term for switches: it also matches times, but only exactly.
  var orTime: [Term] {
    guard scope == .switches, kind == .fuzzy, fields == nil, !isInverse else { return [self] }
    let time = Term(
      .exact, text, isCaseSensitive: isCaseSensitive, ignoresAccents: ignoresAccents,
      fields: [HistoryTable.timeField], scope: scope)
    return [time, self]
  }

  /// The alternatives of a term that is an account ID as the console shows it, `2222-3333-4444`, or
  /// the beginning of one; nil for any other.
  var orAccount: [Term]? {
    guard scope != .lines, fields == nil || fields == [.account],
      let digits = accountDigits(text)
    else { return nil }
    let account = Term(
      kind == .fuzzy ? .exact : kind, digits, isInverse: isInverse, fields: [.account],
      scope: scope)
    return fields == nil && !isInverse ? [account, self] : [account]
  }
}

/// The digits of `2222-3333-4444`, of which the last four may be missing; nil for anything else.
private func accountDigits(_ text: [UInt32]) -> [UInt32]? {
  let hyphen: UInt32 = 0x2D
  let groups = text.split(separator: hyphen, omittingEmptySubsequences: false)
  guard groups.count == 2 || groups.count == 3, groups.prefix(2).allSatisfy({ $0.count == 4 }),
    groups.last.map({ $0.count <= 4 }) == true
  else { return nil }
  let digits = groups.joined()
  return digits.allSatisfy { 0x30...0x39 ~= $0 } ? Array(digits) : nil
}
