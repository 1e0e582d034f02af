/// Decodes and folds text beyond ASCII, and caches the properties of its characters.
struct WideCharacterFolder: ~Copyable {
  private var scalars: UnsafeMutablePointer<UInt32>
  private var classes: UnsafeMutablePointer<UInt8>
  private var capacity = 256
  private var known: [FoldedScalar]

  private struct FoldedScalar {
    /// 0 for an empty place.
    var scalar: UInt32 = 0
    var lower: UInt32 = 0
    var base: UInt32 = 0
    var baseLower: UInt32 = 0
    var characterClass = CharacterClass.symbol
  }

  init() {
    scalars = .allocate(capacity: capacity)
    classes = .allocate(capacity: capacity)
    known = Array(repeating: FoldedScalar(), count: 1024)
  }

  deinit {
    scalars.deallocate()
    classes.deallocate()
  }

  /// The characters of a text as a term compares them, valid until the next call.
  ///
  /// fzf's fuzzy matching only lowers capital letters; its other kinds lower every character with a
  /// lower case.
  mutating func characters(
    of text: SearchedText, for term: Pattern, onlyCapitals: Bool
  ) -> WideCharacters {
    characters(
      of: text, lowers: !term.isCaseSensitive, onlyCapitals: onlyCapitals,
      ignoresAccents: term.ignoresAccents)
  }

  /// The same in lower case, for all characters or only capital letters, and without accents, as
  /// requested.
  mutating func characters(
    of text: SearchedText, lowers: Bool, onlyCapitals: Bool, ignoresAccents: Bool
  ) -> WideCharacters {
    reserve(text.bytes.count)
    var count = 0
    var decoder = UTF8Decoder(text.bytes)
    while let scalar = decoder.next() {
      let known = lookUp(scalar)
      let isLowered = lowers && (!onlyCapitals || known.characterClass == .upper)
      scalars[count] =
        switch (isLowered, ignoresAccents) {
        case (true, true): known.baseLower
        case (true, false): known.lower
        case (false, true): known.base
        case (false, false): scalar
        }
      classes[count] = known.characterClass.rawValue
      count += 1
    }
    return WideCharacters(folded: scalars, classes: classes, count: count)
  }

  private mutating func reserve(_ count: Int) {
    guard count > capacity else { return }
    scalars.deallocate()
    classes.deallocate()
    capacity = count * 2
    scalars = .allocate(capacity: capacity)
    classes = .allocate(capacity: capacity)
  }

  private mutating func lookUp(_ scalar: UInt32) -> FoldedScalar {
    let place = Int(scalar & 1023)
    if known[place].scalar == scalar { return known[place] }
    let lower = Unicode.Scalar(scalar)?.lowercased ?? scalar
    let found = FoldedScalar(
      scalar: scalar, lower: lower, base: baseLetter(scalar), baseLower: baseLetter(lower),
      characterClass: CharacterClass(scalar))
    known[place] = found
    return found
  }
}

/// Decodes UTF-8 that may be damaged: each invalid byte is U+FFFD, as in Go.
struct UTF8Decoder {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func next() -> UInt32? {
    guard place < bytes.count else { return nil }
    let first = bytes[place]
    place += 1
    guard first >= 0x80 else { return UInt32(first) }
    let (length, least): (Int, UInt32) =
      switch first {
      case 0xC2...0xDF: (1, 0x80)
      case 0xE0...0xEF: (2, 0x800)
      case 0xF0...0xF4: (3, 0x10000)
      default: (0, 0)
      }
    guard length > 0, place + length <= bytes.count else { return 0xFFFD }
    var value = UInt32(first) & (0x3F >> UInt32(length))
    for offset in 0..<length {
      let byte = bytes[place + offset]
      guard byte & 0xC0 == 0x80 else { return 0xFFFD }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard value >= least, value <= 0x10FFFF, !(0xD800...0xDFFF ~= value) else { return 0xFFFD }
    place += length
    return value
  }
}

extension Unicode.Scalar {
  /// The character in lower case, as one character: `İ` becomes `i`, without the separate dot of
  /// Unicode.
  var lowercased: UInt32 {
    switch value {
    case 0x41...0x5A: return value | 0x20
    case ..<0x80: return value
    case 0x130: return 0x69
    default:
      guard properties.changesWhenLowercased else { return value }
      let mapping = properties.lowercaseMapping.unicodeScalars
      return mapping.count == 1 ? mapping.first?.value ?? value : value
    }
  }
}
