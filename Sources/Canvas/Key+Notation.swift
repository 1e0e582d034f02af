extension Key {
  /// The key that one piece of key notation stands for: `a`, `<enter>`, `<ctrl-c>`, `<alt-1>`, `<f1>`.
  ///
  /// Nil where it stands for none. `<lt>` is the key `<`, `<space>` the space.
  package init?(notation: some StringProtocol) {
    if notation.count == 1, let character = notation.first {
      self.init(.character(character))
      return
    }
    guard notation.hasPrefix("<"), notation.hasSuffix(">"), notation.count > 2 else { return nil }
    var rest = notation.dropFirst().dropLast()
    var modifiers: Modifiers = []
    while let (prefix, modifier) = modifierNames.first(where: { rest.hasModifier($0.0) }) {
      modifiers.insert(modifier)
      rest = rest.dropFirst(prefix.count)
    }
    guard let base = Code(notation: String(rest)) else { return nil }
    self.init(base, modifiers)
  }

  /// The key as `init(notation:)` reads it.
  package var notation: String {
    if modifiers.isEmpty, case .character(let character) = code, code.notation.count == 1 {
      return String(character)
    }
    let prefixes = modifierNames.filter { modifiers.contains($0.1) }.map(\.0).joined()
    return "<" + prefixes + code.notation + ">"
  }

  /// The keys of a text such as `prod<down><enter>`; nil where a piece stands for no key.
  package static func keys(_ text: String) -> [Key]? {
    var keys: [Key] = []
    var rest = text[...]
    while let first = rest.first {
      var end = rest.index(after: rest.startIndex)
      if first == "<" {
        guard let close = rest.dropFirst(2).firstIndex(of: ">") else { return nil }
        end = rest.index(after: close)
      }
      guard let key = Key(notation: rest[..<end]) else { return nil }
      keys.append(key)
      rest = rest[end...]
    }
    return keys
  }
}

private let modifierNames: [(String, Key.Modifiers)] = [
  ("ctrl-", .control), ("alt-", .alt), ("shift-", .shift),
]

extension StringProtocol {
  /// True where a modifier and a key after it stand here: `alt--` is Alt and the minus key.
  fileprivate func hasModifier(_ prefix: String) -> Bool {
    hasPrefix(prefix) && count > prefix.count
  }
}
