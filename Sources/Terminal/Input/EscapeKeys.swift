import Canvas

/// Decodes bytes that begin with Escape.
///
/// It returns nil while more bytes may follow.
func decodeEscape(_ bytes: ArraySlice<UInt8>) -> DecodedInput? {
  guard let second = bytes.dropFirst().first else { return nil }
  switch second {
  case UInt8(ascii: "["): return decodeControlSequence(bytes)
  case UInt8(ascii: "O"): return decodeSingleShift(bytes)
  case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
    UInt8(ascii: "_"):
    return decodeString(bytes)
  // The end of a string whose beginning was dropped.
  case UInt8(ascii: "\\"): return DecodedInput(2)
  default: return decodeAlt(bytes)
  }
}

/// Decodes Escape and a character: the key with Alt.
///
/// Escape before a whole key that begins with Escape is Alt with that key, as rxvt and PuTTY send
/// Alt with an arrow. Before anything else that begins with Escape, it is Escape. Switchback has no
/// key Alt-Ctrl-C: those bytes are Escape and then Ctrl-C, which must end the program whatever was
/// typed before it.
func decodeAlt(_ bytes: ArraySlice<UInt8>) -> DecodedInput? {
  let rest = bytes.dropFirst()
  if rest.first == escape { return decodeAltKey(bytes) }
  guard rest.first != controlC else { return DecodedInput(1, Key(.escape)) }
  guard var step = decodeCharacter(rest) else { return nil }
  step.length += 1
  step.input = step.input.map { input in
    guard case .key(var key) = input else { return input }
    key.modifiers.insert(.alt)
    return .key(key)
  }
  return step
}

/// Decodes two Escapes and the following bytes.
private func decodeAltKey(_ bytes: ArraySlice<UInt8>) -> DecodedInput? {
  let rest = bytes.dropFirst()
  guard let third = rest.dropFirst().first else { return nil }
  guard third == UInt8(ascii: "[") || third == UInt8(ascii: "O") else {
    return DecodedInput(1, Key(.escape))
  }
  guard let step = decodeEscape(rest) else { return nil }
  guard case .key(var key)? = step.input.first, step.input.count == 1, key.modifiers == [] else {
    return DecodedInput(1, Key(.escape))
  }
  key.modifiers = .alt
  return DecodedInput(step.length + 1, key)
}

/// Decodes an OSC, DCS, SOS, PM or APC: an answer of the terminal, never typed input.
private func decodeString(_ bytes: ArraySlice<UInt8>) -> DecodedInput? {
  for (offset, byte) in bytes.enumerated().dropFirst(2) {
    switch byte {
    case 0x07: return answer(bytes.prefix(offset), length: offset + 1)
    case escape:
      guard offset + 1 < bytes.count else { return nil }
      return bytes[bytes.startIndex + offset + 1] == UInt8(ascii: "\\")
        ? answer(bytes.prefix(offset), length: offset + 2) : DecodedInput(offset)
    // Strings contain no controls: the string was cut off, and this is a key.
    case ..<0x20: return DecodedInput(offset)
    default: if offset >= longestString { return DecodedInput(offset) }
    }
  }
  return nil
}

/// Decodes a complete string.
private func answer(_ string: ArraySlice<UInt8>, length: Int) -> DecodedInput {
  guard string.dropFirst().first == UInt8(ascii: "]"),
    let color = backgroundColor(string.dropFirst(2))
  else { return DecodedInput(length) }
  return DecodedInput(length, [.answer(.background(color))])
}

private let longestString = 4096
private let controlC: UInt8 = 0x03

/// Decodes SS3: the cursor, function and keypad keys of a terminal in application mode.
private func decodeSingleShift(_ bytes: ArraySlice<UInt8>) -> DecodedInput? {
  var rest = bytes.dropFirst(2)
  let digits = rest.prefix(2).prefix { 0x30...0x39 ~= $0 }
  rest = rest.dropFirst(digits.count)
  guard let final = rest.first else { return nil }
  if let base = rxvtKeys[final] { return DecodedInput(3 + digits.count, Key(base, .control)) }
  guard let base = singleShiftKeys[final] ?? letterKeys[final] else {
    // Alt with O, followed by something else; or an unknown key.
    return final < 0x20 || final == 0x7F || final >= 0x80
      ? DecodedInput(2 + digits.count) : DecodedInput(3 + digits.count)
  }
  let modifiers = Int(String(decoding: digits, as: UTF8.self)).map(Key.Modifiers.init(parameter:))
  return DecodedInput(3 + digits.count, Key(base, modifiers ?? []))
}

/// The numeric keypad's keys.
private let singleShiftKeys: [UInt8: Key.Code] = {
  var keys: [UInt8: Key.Code] = [UInt8(ascii: "M"): .enter, UInt8(ascii: "I"): .tab]
  for (code, character) in zip("jklmnopqrstuvwxyX ".utf8, "*+,-./0123456789= ") {
    keys[code] = .character(character)
  }
  return keys
}()

/// The background colour in the body of an OSC, for example `11;rgb:ffff/ffff/ffff`; nil if the
/// body contains something else.
func backgroundColor(_ body: ArraySlice<UInt8>) -> Color? {
  let text = String(decoding: body, as: UTF8.self)
  // The alpha channel of `rgba:` is ignored.
  for start in ["11;rgb:", "11;rgba:"] where text.hasPrefix(start) {
    let channels = text.dropFirst(start.count).split(separator: "/").map(channel)
    guard channels.count >= 3, let red = channels[0], let green = channels[1],
      let blue = channels[2]
    else { return nil }
    return .rgb(red, green, blue)
  }
  return nil
}

/// A channel of one to four hexadecimal digits in 8 bits.
///
/// All digits `f` are the brightest value.
private func channel(_ digits: Substring) -> UInt8? {
  guard 1...4 ~= digits.utf8.count, digits.utf8.allSatisfy(\.isHexDigit),
    let value = Int(digits, radix: 16)
  else { return nil }
  let brightest = 1 << (4 * digits.utf8.count) - 1
  return UInt8((value * 255 + brightest / 2) / brightest)
}
