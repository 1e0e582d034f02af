/// Which characters stand in a text, in either case: what a term's letters are not all among is not looked at.
struct CharacterMask: OptionSet, Sendable {
  let rawValue: UInt64

  /// Characters beyond ASCII, which may stand for any letter.
  static let others = CharacterMask(rawValue: 1 << 63)

  init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    rawValue = bytes.reduce(0) { $0 | bit($1) }
  }

  /// Those that a text must have to hold the term; none if that is not known by letters.
  init(_ term: Pattern) {
    rawValue = term.isASCII ? term.text.reduce(0) { $0 | bit(UInt8(truncatingIfNeeded: $1)) } : 0
  }

  /// True if a text with these characters may hold a term with those.
  @inline(__always)
  func mayContain(_ others: CharacterMask) -> Bool {
    isSuperset(of: others) || contains(.others)
  }
}

/// 26 letters, 10 digits, and 27 bits that the signs share.
@inline(__always)
private func bit(_ byte: UInt8) -> UInt64 {
  switch byte {
  case 0x61...0x7A: 1 << UInt64(byte - 0x61)
  case 0x41...0x5A: 1 << UInt64(byte - 0x41)
  case 0x30...0x39: 1 << UInt64(byte - 0x30 + 26)
  case 0x80...: 1 << 63
  default: 1 << UInt64(byte % 27 + 36)
  }
}
