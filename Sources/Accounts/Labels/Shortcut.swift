extension Character {
  /// The key that a label's `shortcut` asks for: one visible character; nil for anything else.
  package init?(shortcut text: String) {
    guard text.count == 1, let character = text.first, character.isVisible else { return nil }
    self = character
  }

  private var isVisible: Bool {
    !isWhitespace
      && unicodeScalars.allSatisfy {
        switch $0.properties.generalCategory {
        case .control, .format, .unassigned, .privateUse, .surrogate: false
        default: true
        }
      }
  }
}
