/// What a character is to the scores, which ask whether a word begins at it.
///
/// The order counts: all but `white` begin a word after one of the first three.
enum CharacterClass: UInt8, CaseIterable {
  case white, symbol, delimiter, lower, upper, letter, number

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x20, 0x09...0x0D: self = .white
    case 0x2C, 0x2F, 0x3A, 0x3B, 0x7C: self = .delimiter  // , / : ; |
    case 0x30...0x39: self = .number
    case 0x41...0x5A: self = .upper
    case 0x61...0x7A: self = .lower
    case ..<0x80: self = .symbol
    default: self = Unicode.Scalar(scalar).map(Self.beyondASCII) ?? .symbol
    }
  }

  private static func beyondASCII(_ scalar: Unicode.Scalar) -> CharacterClass {
    switch scalar.properties.generalCategory {
    case .lowercaseLetter: .lower
    case .uppercaseLetter: .upper
    case .decimalNumber, .letterNumber, .otherNumber: .number
    case .titlecaseLetter, .modifierLetter, .otherLetter: .letter
    default: scalar.properties.isWhitespace ? .white : .symbol
    }
  }
}
