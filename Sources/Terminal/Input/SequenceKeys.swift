import Canvas

extension ControlSequence {
  /// The key of the sequence; nil if it is not a key, is unknown, or reports a release.
  var key: Key? {
    guard prefix == 0, intermediates.isEmpty, !isRelease else { return nil }
    switch final {
    case UInt8(ascii: "~"): return tildeKey
    case UInt8(ascii: "u"): return unicodeKey
    case UInt8(ascii: "Z"): return Key(.tab, .shift)
    // With a row and a column it reports the position of the cursor.
    case UInt8(ascii: "R") where (parameter(0) ?? 1) != 1: return nil
    default:
      if let base = rxvtKeys[final], parameters.isEmpty { return Key(base, .shift) }
      return letterKeys[final].map { Key($0, modifiers) }
    }
  }

  /// Whether the key was released.
  ///
  /// In kitty's protocol 1 is pressed, 2 repeated, 3 released.
  private var isRelease: Bool { parameter(1, 1) == 3 }

  private var modifiers: Key.Modifiers {
    Key.Modifiers(parameter: parameter(1) ?? 1)
  }

  private var tildeKey: Key? {
    guard let number = parameter(0) else { return nil }
    // xterm's modifyOtherKeys.
    if number == 27, let code = parameter(2) { return keyOfCode(code, modifiers) }
    return tildeKeys[number].map { Key($0, modifiers) }
  }

  /// A key of kitty's protocol: `ESC [ code:shifted:base ; modifiers:event ; text u`.
  ///
  /// Keys with Super, Hyper or Meta are ignored.
  private var unicodeKey: Key? {
    let held = max(0, (parameter(1) ?? 1) - 1)
    guard let code = parameter(0), held & superHyperMeta == 0 else { return nil }
    if modifiers.contains(.control) {
      // Ctrl-C is at its usual place on keyboards with other letters too: `base` is the letter of
      // the key on an English keyboard.
      return keyOfCode(code < 0x80 ? code : parameter(0, 2) ?? code, modifiers)
    }
    return keyOfCode(modifiers.contains(.shift) ? parameter(0, 1) ?? code : code, modifiers)
  }
}

/// The bits of kitty's protocol.
private let superHyperMeta = 8 | 16 | 32

extension Key.Modifiers {
  /// The modifiers of a sequence's parameter, which is their bits plus one.
  ///
  /// Other modifiers are ignored.
  init(parameter: Int) {
    self.init(rawValue: UInt8(truncatingIfNeeded: max(0, parameter - 1)) & 7)
  }
}

/// The key for a Unicode code.
///
/// With Shift alone a letter is its capital, as without the protocol.
private func keyOfCode(_ code: Int, _ modifiers: Key.Modifiers) -> Key? {
  if let base = codeKeys[code] { return Key(base, modifiers) }
  guard code >= 0x20, !(0x7F...0x9F ~= code), !(0xE000...0xF8FF ~= code),
    let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init)
  else { return nil }
  guard modifiers.contains(.shift), !modifiers.contains(.control) else {
    return Key(.character(Character(scalar)), modifiers)
  }
  let capital = String(scalar).uppercased()
  let character = capital.count == 1 ? capital.first ?? Character(scalar) : Character(scalar)
  return Key(.character(character), modifiers.subtracting(.shift))
}

/// Keys by their final letter, after `ESC [` and `ESC O` alike.
let letterKeys: [UInt8: Key.Code] = [
  UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
  UInt8(ascii: "D"): .left, UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
  UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2),
  UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4),
]

/// rxvt's arrows: with Shift after `ESC [`, with Ctrl after `ESC O`.
let rxvtKeys: [UInt8: Key.Code] = [
  UInt8(ascii: "a"): .up, UInt8(ascii: "b"): .down, UInt8(ascii: "c"): .right,
  UInt8(ascii: "d"): .left,
]

/// Keys by the number before `~`: those of the VT220, as xterm, the Linux console and rxvt send
/// them.
private let tildeKeys: [Int: Key.Code] = {
  var keys: [Int: Key.Code] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
  ]
  let functions = [
    11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34,
  ]
  for (number, code) in functions.enumerated() { keys[code] = .function(number + 1) }
  return keys
}()

/// Keys by their code in kitty's protocol.
///
/// From 57344 on the codes are its own.
private let codeKeys: [Int: Key.Code] = {
  var keys: [Int: Key.Code] = [
    9: .tab, 13: .enter, 27: .escape, 127: .backspace, 57409: .character("."),
    57410: .character("/"), 57411: .character("*"), 57412: .character("-"), 57413: .character("+"),
    57414: .enter, 57415: .character("="), 57417: .left, 57418: .right, 57419: .up, 57420: .down,
    57421: .pageUp, 57422: .pageDown, 57423: .home, 57424: .end, 57425: .insert, 57426: .delete,
  ]
  for (offset, digit) in "0123456789".enumerated() { keys[57399 + offset] = .character(digit) }
  for number in 13...24 { keys[57376 + number - 13] = .function(number) }
  return keys
}()
