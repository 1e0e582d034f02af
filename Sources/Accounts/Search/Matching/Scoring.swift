/// fzf's scores (its version 0.74, scheme `default`): what a matched character is worth, by where it stands.
enum ScoreRules {
  static let match: Int16 = 16
  static let gapStart: Int16 = -3
  static let gapExtension: Int16 = -1
  /// A character that begins a word; half a match, so that no gap of one outweighs it.
  static let boundary: Int16 = 8
  static let boundaryAfterWhite: Int16 = 10
  static let boundaryAfterDelimiter: Int16 = 9
  static let camelOrNumber: Int16 = 7
  /// What makes a run of matched characters better than the same ones apart.
  static let consecutive: Int16 = 4
  /// The first character of a term counts its bonus so often.
  static let firstCharacter: Int16 = 2

  /// What a character of one class after one of another is worth.
  static func bonus(after before: CharacterClass, at here: CharacterClass) -> Int16 {
    // A symbol begins a word too, since fzf 0.73.
    if here.rawValue >= CharacterClass.symbol.rawValue {
      switch before {
      case .white: return boundaryAfterWhite
      case .delimiter: return boundaryAfterDelimiter
      case .symbol: return boundary
      default: break
      }
    }
    switch (before, here) {
    case (.lower, .upper): return camelOrNumber
    case (_, .number) where before != .number: return camelOrNumber
    case (_, .symbol), (_, .delimiter): return boundary
    case (_, .white): return boundaryAfterWhite
    default: return 0
    }
  }
}
