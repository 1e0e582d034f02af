/// The characters of a text, ignoring case, as a bit mask that quickly rules out texts without a
/// term's letters.
struct CharacterMask: OptionSet, Sendable {
  let rawValue: UInt64

  /// Characters beyond ASCII, which may match any letter.
  static let others = CharacterMask(rawValue: 1 << 63)

  init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    rawValue = bytes.reduce(0) { $0 | bit($1) }
  }

  /// The characters that a matching text must have; none if they do not decide.
  init(_ term: Pattern) {
    rawValue = term.isASCII ? term.text.reduce(0) { $0 | bit(UInt8(truncatingIfNeeded: $1)) } : 0
  }

  /// True if a text with these characters may contain a term with the others.
  @inline(__always)
  func mayContain(_ others: CharacterMask) -> Bool {
    isSuperset(of: others) || contains(.others)
  }
}

/// 26 letters, 10 digits, and 27 bits shared by other characters.
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
