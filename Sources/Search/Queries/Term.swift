/// One term of a query: what is looked for, and how.
package struct Term: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// The characters in order, with others between them.
    case fuzzy
    /// The text as it is: `'text`.
    case exact
    /// The same between the edges of words: `'text'`.
    case boundary
    /// At the start, at the end, or nothing else: `^text`, `text$`, `^text$`.
    case prefix, suffix, whole
    /// One of these states, which no text says: `is:mfa`.
    case state(EntryStates)
  }

  var kind: Kind
  /// What it finds is not wanted: `!text`.
  var isInverse: Bool
  /// In lower case unless `heedsCase`, and without accents where `ignoresAccents`; empty only for a
  /// state.
  let text: [UInt32]
  let isCaseSensitive: Bool
  /// The term itself has no accents, so it finds letters with and without.
  let ignoresAccents: Bool
  /// The only fields looked at; nil for any.
  let fields: [EntryTable.Field]?
  let scope: SearchScope
  let isASCII: Bool

  package init(
    _ kind: Kind, _ text: [UInt32], isInverse: Bool = false, heedsCase: Bool = false,
    ignoresAccents: Bool = true, fields: [EntryTable.Field]? = nil, scope: SearchScope = .lines
  ) {
    self.kind = kind
    self.isInverse = isInverse
    self.text = text
    self.isCaseSensitive = heedsCase
    self.ignoresAccents = ignoresAccents
    self.fields = fields
    self.scope = scope
    isASCII = text.allSatisfy { $0 < 0x80 }
  }
}

/// What a query looks through.
package enum SearchScope: Sendable, Hashable {
  case entries
  /// Of the history, whose rows have how and when where entries have group and ARN.
  case switches
  case lines
}

extension SearchScope {
  /// What a query calls the fields that it can name.
  ///
  /// The first names are those on the screen; the others are what the same is called elsewhere.
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
  /// A fuzzy term of a query over switches finds times too, but only as they are written.
  var orTime: [Term] {
    guard scope == .switches, kind == .fuzzy, fields == nil, !isInverse else { return [self] }
    let time = Term(
      .exact, text, heedsCase: isCaseSensitive, ignoresAccents: ignoresAccents,
      fields: [HistoryTable.timeField], scope: scope)
    return [time, self]
  }

  /// A term that is an account as the console shows it, `2222-3333-4444`, or the most of one, finds
  /// the account too; nil for any other.
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

/// The digits of `2222-3333-4444`, of which the last four may not be there yet; nil for anything
/// else.
private func accountDigits(_ text: [UInt32]) -> [UInt32]? {
  let hyphen: UInt32 = 0x2D
  let groups = text.split(separator: hyphen, omittingEmptySubsequences: false)
  guard groups.count == 2 || groups.count == 3, groups.prefix(2).allSatisfy({ $0.count == 4 }),
    groups.last.map({ $0.count <= 4 }) == true
  else { return nil }
  let digits = groups.joined()
  return digits.allSatisfy { 0x30...0x39 ~= $0 } ? Array(digits) : nil
}
