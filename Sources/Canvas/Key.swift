/// A key as pressed, with its modifiers.
package struct Key: Sendable, Hashable {
  package enum Code: Sendable, Hashable {
    case character(Character)
    case enter, escape, tab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    case function(Int)
  }

  package struct Modifiers: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let shift = Modifiers(rawValue: 1)
    package static let alt = Modifiers(rawValue: 2)
    package static let control = Modifiers(rawValue: 4)
  }

  package var code: Code
  package var modifiers: Modifiers

  package init(_ base: Code, _ modifiers: Modifiers = []) {
    self.code = base
    self.modifiers = modifiers
  }
}

extension Key {
  /// The key of one piece of key notation: `a`, `<enter>`, `<ctrl-c>`, `<alt-1>`, `<f1>`; nil for
  /// other text.
  ///
  /// `<lt>` is the key `<`, `<space>` is the space bar.
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

  /// The key in the notation that `init(notation:)` reads.
  package var notation: String {
    if modifiers.isEmpty, case .character(let character) = code, code.notation.count == 1 {
      return String(character)
    }
    let prefixes = modifierNames.filter { modifiers.contains($0.1) }.map(\.0).joined()
    return "<" + prefixes + code.notation + ">"
  }

  /// The keys of a text such as `prod<down><enter>`; nil if a piece is not a key.
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
  /// True if a modifier and a key after it are next: `alt--` is Alt and the minus key.
  fileprivate func hasModifier(_ prefix: String) -> Bool {
    hasPrefix(prefix) && count > prefix.count
  }
}

extension Key {
  /// The key as help text shows it: `Ctrl-C`, `Alt-1`, `PgUp`, `Enter`.
  package var label: String {
    let prefixes = [(Modifiers.control, "Ctrl-"), (.alt, "Alt-"), (.shift, "Shift-")]
      .filter { modifiers.contains($0.0) }.map(\.1).joined()
    if modifiers.contains(.control), case .character(let character) = code {
      return prefixes + character.uppercased()
    }
    return prefixes + code.label
  }
}

extension Key.Code {
  /// The key of a name such as `enter`, `f1` or `a`.
  init?(notation: String) {
    if let named = namedKeys.first(where: { $0.notation == notation }) {
      self = named.base
    } else if notation.count == 1, let character = notation.first {
      self = .character(character)
    } else if notation.hasPrefix("f"), let number = Int(notation.dropFirst()), 1...24 ~= number {
      self = .function(number)
    } else {
      return nil
    }
  }

  var notation: String {
    if case .function(let number) = self { return "f\(number)" }
    return namedKeys.first { $0.base == self }?.notation ?? character
  }

  var label: String {
    if case .function(let number) = self { return "F\(number)" }
    if character == "<" || character == ">" { return character }
    return namedKeys.first { $0.base == self }?.label ?? character
  }

  private var character: String {
    if case .character(let character) = self { String(character) } else { "" }
  }
}

/// Every key that has a name.
private let namedKeys: [(base: Key.Code, notation: String, label: String)] = [
  (.enter, "enter", "Enter"), (.escape, "esc", "Esc"), (.tab, "tab", "Tab"),
  (.backspace, "backspace", "Backspace"), (.delete, "del", "Del"), (.insert, "ins", "Ins"),
  (.up, "up", "Up"), (.down, "down", "Down"), (.left, "left", "Left"), (.right, "right", "Right"),
  (.home, "home", "Home"), (.end, "end", "End"), (.pageUp, "pgup", "PgUp"),
  (.pageDown, "pgdn", "PgDn"), (.character(" "), "space", "Space"), (.character("<"), "lt", "<"),
  (.character(">"), "gt", ">"),
]
