import Canvas

extension Key {
  /// The key of a notation with or without its angle brackets; a letter with Shift is its capital, as terminals send it.
  init?(setting: String) {
    // As the help writes it, such as F5 or Ctrl-O, where it is no notation as it stands.
    let spellings = [setting, "<\(setting)>", "<\(setting.lowercased())>"]
    guard let key = spellings.lazy.compactMap(Key.init(notation:)).first else { return nil }
    self = key
    guard modifiers.contains(.shift), !modifiers.contains(.control),
      case .character(let character) = code, let capital = character.uppercased().first
    else { return }
    self = Key(.character(capital), modifiers.subtracting(.shift))
  }

  /// True for what must work whatever the settings say: Esc and Ctrl-C.
  var isReserved: Bool {
    self == Key(.escape) || self == Key(.character("c"), .control)
  }

  /// The key that most terminals cannot tell it from.
  var twin: String? {
    guard modifiers == .control, case .character(let character) = code else { return nil }
    return switch character {
    case "i": "tab"
    case "m": "enter"
    case "[": "esc"
    default: nil
    }
  }
}
