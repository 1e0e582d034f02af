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
  }

  var kind: Kind
  /// What it finds is not wanted: `!text`.
  var isInverse: Bool
  /// In lower case unless `heedsCase`, and without accents where `ignoresAccents`; never empty.
  let text: [UInt32]
  let heedsCase: Bool
  /// The term itself has no accents, so it finds letters with and without.
  let ignoresAccents: Bool
  /// The only field looked at; nil for any.
  let field: EntryTable.Field?
  let scope: SearchScope
  let isASCII: Bool

  init(
    _ kind: Kind, _ text: [UInt32], isInverse: Bool = false, heedsCase: Bool = false,
    ignoresAccents: Bool = true, field: EntryTable.Field? = nil, scope: SearchScope = .lines
  ) {
    self.kind = kind
    self.isInverse = isInverse
    self.text = text
    self.heedsCase = heedsCase
    self.ignoresAccents = ignoresAccents
    self.field = field
    self.scope = scope
    isASCII = text.allSatisfy { $0 < 0x80 }
  }
}
