import Canvas

extension Key {
  /// What the key types; nil for one that is no text.
  var text: String? {
    guard modifiers.isSubset(of: .shift), case .character(let character) = code else { return nil }
    return String(character)
  }

  var digit: Int? {
    guard case .character(let character) = code else { return nil }
    return character.wholeNumberValue
  }
}
