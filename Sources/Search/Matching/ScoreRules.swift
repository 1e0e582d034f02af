/// fzf's scores (version 0.74, scheme `default`): the values of matched characters by position.
enum ScoreRules {
  static let match: Int16 = 16
  static let gapStart: Int16 = -3
  static let gapExtension: Int16 = -1
  /// The bonus at the start of a word: half a match, so that no gap of one character outweighs it.
  static let boundary: Int16 = 8
  static let boundaryAfterWhite: Int16 = 10
  static let boundaryAfterDelimiter: Int16 = 9
  static let camelOrNumber: Int16 = 7
  /// The bonus of a character that continues a run.
  static let consecutive: Int16 = 4
  /// The factor for the bonus of the first character of a term.
  static let firstCharacter: Int16 = 2

  /// The bonus of a character by its class and the class of the one before.
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

/// The class of a character, which determines where words begin.
///
/// The order matters: all classes but `white` begin a word after one of the first three.
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

/// Lookup tables for characters in unmanaged memory: the matcher uses them a hundred million times
/// a second.
struct ByteTables: ~Copyable {
  /// The byte itself, and in lower case, by byte.
  let same = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
  let lower = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
  /// The `CharacterClass` by byte.
  let classes = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
  /// The bonus by the class before, times 8, plus the class here.
  let bonuses = UnsafeMutablePointer<Int16>.allocate(capacity: 64)

  init() {
    for byte in 0..<256 {
      same[byte] = UInt8(byte)
      lower[byte] = 0x41...0x5A ~= byte ? UInt8(byte) | 0x20 : UInt8(byte)
      classes[byte] = CharacterClass(UInt32(byte)).rawValue
    }
    bonuses.initialize(repeating: 0, count: 64)
    for before in CharacterClass.allCases {
      for here in CharacterClass.allCases {
        bonuses[Int(before.rawValue * 8 + here.rawValue)] = ScoreRules.bonus(
          after: before, at: here)
      }
    }
  }

  deinit {
    same.deallocate()
    lower.deallocate()
    classes.deallocate()
    bonuses.deallocate()
  }

  @inline(__always)
  func bonus(after before: UInt8, at here: UInt8) -> Int16 {
    bonuses[Int(before) * 8 + Int(here)]
  }
}

/// The memory of the fuzzy matcher: a row for each character of the term, a column for each of the
/// text.
struct ScoreGrid: ~Copyable {
  /// The capacity in cells; beyond it, fzf takes the first match.
  static let capacity = 100 * 1024

  /// By place in the text: the character, its bonus, and the score and the run that end there after
  /// the term's first character.
  let characters = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
  let bonuses = UnsafeMutablePointer<Int16>.allocate(capacity: capacity)
  let firstScores = UnsafeMutablePointer<Int16>.allocate(capacity: capacity)
  let firstRuns = UnsafeMutablePointer<Int16>.allocate(capacity: capacity)
  /// By row and place: the best score so far, and the number of consecutive matched characters that
  /// end there.
  let scores = UnsafeMutablePointer<Int16>.allocate(capacity: capacity)
  let runs = UnsafeMutablePointer<Int16>.allocate(capacity: capacity)
  /// By character of the term: the first place where it and those before it can match.
  let firsts = UnsafeMutablePointer<Int>.allocate(capacity: 1000)

  deinit {
    characters.deallocate()
    bonuses.deallocate()
    firstScores.deallocate()
    firstRuns.deallocate()
    scores.deallocate()
    runs.deallocate()
    firsts.deallocate()
  }
}
