extension Key {
  /// The key as help texts write it: `Ctrl-C`, `Alt-1`, `PgUp`, `Enter`.
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
  /// The base that a name such as `enter`, `f1` or `a` stands for.
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
    switch self {
    case .function(let number): "f\(number)"
    default: namedKeys.first { $0.base == self }?.notation ?? character
    }
  }

  var label: String {
    switch self {
    case .function(let number): "F\(number)"
    case .character("<"), .character(">"): character
    default: namedKeys.first { $0.base == self }?.label ?? character
    }
  }

  private var character: String {
    if case .character(let character) = self { String(character) } else { "" }
  }
}

/// Every key that is called by a name.
private let namedKeys: [(base: Key.Code, notation: String, label: String)] = [
  (.enter, "enter", "Enter"), (.escape, "esc", "Esc"), (.tab, "tab", "Tab"),
  (.backspace, "backspace", "Backspace"), (.delete, "del", "Del"), (.insert, "ins", "Ins"),
  (.up, "up", "Up"), (.down, "down", "Down"), (.left, "left", "Left"), (.right, "right", "Right"),
  (.home, "home", "Home"), (.end, "end", "End"), (.pageUp, "pgup", "PgUp"),
  (.pageDown, "pgdn", "PgDn"), (.character(" "), "space", "Space"), (.character("<"), "lt", "<"),
  (.character(">"), "gt", ">"),
]
