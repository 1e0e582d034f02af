/// Arguments of tmux's `send-keys` for keys as people write them: `prod<down><enter>`, `<alt-1>`.
enum Keystrokes: Equatable {
  case text(String)
  case key(String)

  static func reading(_ notation: String) -> [Keystrokes] {
    notation.split(separator: "<", omittingEmptySubsequences: false).enumerated().flatMap {
      index, piece -> [Keystrokes] in
      guard index > 0, let close = piece.firstIndex(of: ">") else { return text(piece) }
      let rest = text(piece[piece.index(after: close)...])
      return [.key(tmuxName(String(piece[..<close])))] + rest
    }
  }

  var arguments: [String] {
    switch self {
    case .text(let text): ["-l", "--", text]
    case .key(let name): [name]
    }
  }

  private static func text(_ text: Substring) -> [Keystrokes] {
    text.isEmpty ? [] : [.text(String(text))]
  }

  private static func tmuxName(_ name: String) -> String {
    for (prefix, short) in [("ctrl-", "C-"), ("alt-", "M-")] where name.hasPrefix(prefix) {
      return short + tmuxName(String(name.dropFirst(prefix.count)))
    }
    return names[name] ?? (name.hasPrefix("f") && name.count > 1 ? name.uppercased() : name)
  }

  private static let names = [
    "enter": "Enter", "esc": "Escape", "tab": "Tab", "space": "Space", "backspace": "BSpace",
    "del": "DC", "up": "Up", "down": "Down", "left": "Left", "right": "Right", "home": "Home",
    "end": "End", "pgup": "PPage", "pgdn": "NPage",
  ]
}
