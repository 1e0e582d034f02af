/// One term of a query: what is looked for, and how.
struct Term: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
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

  init(
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
