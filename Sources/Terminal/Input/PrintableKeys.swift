import Canvas

/// Decodes one character, or a control key of one byte.
///
/// It returns nil while the rest is missing.
func decodeCharacter(_ bytes: ArraySlice<UInt8>) -> DecodedInput? {
  guard let first = bytes.first else { return nil }
  guard first >= 0x80 else { return DecodedInput(1, asciiKey(first)) }
  guard let length = lengthOfCharacter(first) else { return DecodedInput(1, unreadable) }
  for (offset, byte) in bytes.dropFirst().prefix(length - 1).enumerated()
  where !isContinuation(byte, at: offset, after: first) {
    return DecodedInput(offset + 1, unreadable)
  }
  guard bytes.count >= length else { return nil }
  guard let scalar = String(decoding: bytes.prefix(length), as: UTF8.self).unicodeScalars.first
  else { return DecodedInput(length, unreadable) }
  // The C1 controls: no key sends them.
  return 0x80...0x9F ~= scalar.value
    ? DecodedInput(length) : DecodedInput(length, Key(.character(Character(scalar))))
}

private let unreadable = Key(.character("\u{FFFD}"))

/// The key of a byte below 0x80, Escape apart.
private func asciiKey(_ byte: UInt8) -> Key {
  switch byte {
  case 0x00: Key(.character(" "), .control)
  case 0x09: Key(.tab)
  case 0x0D: Key(.enter)
  case 0x01...0x1A: Key(.character(character(byte + 0x60)), .control)
  case 0x1C...0x1F: Key(.character(character(byte + 0x40)), .control)
  case 0x7F: Key(.backspace)
  default: Key(.character(character(byte)))
  }
}

private func character(_ byte: UInt8) -> Character {
  Character(Unicode.Scalar(byte))
}

/// The length of a UTF-8 character with this first byte; nil if no character begins with it.
private func lengthOfCharacter(_ first: UInt8) -> Int? {
  switch first {
  case 0xC2...0xDF: 2
  case 0xE0...0xEF: 3
  case 0xF0...0xF4: 4
  default: nil
  }
}

/// Whether a byte continues a character, by table 3-7 of the Unicode Standard: the second byte
/// excludes overlong forms, surrogates and values beyond U+10FFFF.
private func isContinuation(_ byte: UInt8, at offset: Int, after first: UInt8) -> Bool {
  switch (offset, first) {
  case (0, 0xE0): 0xA0...0xBF ~= byte
  case (0, 0xED): 0x80...0x9F ~= byte
  case (0, 0xF0): 0x90...0xBF ~= byte
  case (0, 0xF4): 0x80...0x8F ~= byte
  default: 0x80...0xBF ~= byte
  }
}
