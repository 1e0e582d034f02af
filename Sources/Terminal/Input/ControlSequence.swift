import Canvas

/// A control sequence (ECMA-48, 5.4): `ESC [`, parameters, intermediates, a final byte.
struct ControlSequence {
  /// `<`, `=`, `>` or `?` before the parameters; 0 if there is none.
  var prefix: UInt8 = 0
  /// The parameters, each with its sub-parameters; nil if left out.
  var parameters: [[Int?]] = []
  var intermediates: [UInt8] = []
  var final: UInt8

  func parameter(_ index: Int, _ sub: Int = 0) -> Int? {
    guard parameters.indices.contains(index), parameters[index].indices.contains(sub) else {
      return nil
    }
    return parameters[index][sub]
  }
}

private let longestSequence = 128

/// Decodes a control sequence.
///
/// It returns nil while the end is missing.
func decodeControlSequence(_ bytes: ArraySlice<UInt8>) -> DecodedInput? {
  for (offset, byte) in bytes.enumerated().dropFirst(2) {
    switch byte {
    case 0x40...0x7E:
      let body = bytes[(bytes.startIndex + 2)..<(bytes.startIndex + offset)]
      return decode(ControlSequence(body, final: byte), length: offset + 1, of: bytes)
    case 0x20...0x3F: if offset >= longestSequence { return DecodedInput(offset) }
    // The sequence was cut off and is followed by something else.
    default: return DecodedInput(offset)
    }
  }
  return nil
}

private func decode(_ sequence: ControlSequence, length: Int, of bytes: ArraySlice<UInt8>)
  -> DecodedInput?
{
  // The oldest mouse report: three bytes follow, which could be anything.
  if sequence.final == UInt8(ascii: "M"), length == 3 {
    return bytes.count < 6 ? nil : DecodedInput(6)
  }
  // The Linux console's F1 to F5.
  if sequence.final == UInt8(ascii: "["), length == 3 {
    guard let letter = bytes.dropFirst(3).first else { return nil }
    guard 0x41...0x45 ~= letter else { return DecodedInput(3) }
    return DecodedInput(4, Key(.function(Int(letter) - 0x40)))
  }
  var step = DecodedInput(length, sequence.input.map { [$0] } ?? [])
  step.startsPaste = sequence.isPasteStart
  return step
}

extension ControlSequence {
  init(_ body: ArraySlice<UInt8>, final: UInt8) {
    self.init(final: final)
    var body = body
    if let first = body.first, 0x3C...0x3F ~= first { prefix = body.removeFirst() }
    let digits = body.prefix { 0x30...0x3F ~= $0 }
    intermediates = Array(body.dropFirst(digits.count))
    guard !digits.isEmpty else { return }
    parameters = digits.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
      $0.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map(Self.number)
    }
  }

  /// A number of at most 9 digits: no code is longer.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.count > 9 ? nil : Int(String(decoding: digits, as: UTF8.self))
  }

  var isPasteStart: Bool {
    final == UInt8(ascii: "~") && prefix == 0 && parameter(0) == 200
  }
}

extension ControlSequence {
  /// The input that the sequence stands for, if it is known here.
  var input: Input? {
    if let key { return .key(key) }
    switch (prefix, intermediates, final) {
    case (0, [], UInt8(ascii: "I")): return .focused(true)
    case (0, [], UInt8(ascii: "O")): return .focused(false)
    case (UInt8(ascii: "<"), [], UInt8(ascii: "M")): return mouseReport
    case (UInt8(ascii: "?"), [], UInt8(ascii: "c")): return .answer(.attributes)
    case (UInt8(ascii: "?"), [], UInt8(ascii: "n")): return colorSchemeReport
    case (UInt8(ascii: "?"), [UInt8(ascii: "$")], UInt8(ascii: "y")): return modeReport
    default: return nil
    }
  }

  /// `CSI ? 997 ; 1 n` is dark, 2 is light.
  private var colorSchemeReport: Input? {
    guard parameter(0) == 997, let scheme = parameter(1), 1...2 ~= scheme else { return nil }
    return .answer(.lightScheme(scheme == 2))
  }

  /// DECRPM: 1 and 3 are on, 2 and 4 off, 0 not known.
  private var modeReport: Input? {
    guard let mode = parameter(0), let state = parameter(1) else { return nil }
    return .answer(.mode(mode, isOn: state == 1 || state == 3))
  }
}

extension ControlSequence {
  /// xterm's SGR report of a press or of the wheel (`CSI < button ; column ; row M`), whatever
  /// modifier keys are held.
  ///
  /// Other buttons, drags and sideways turns of the wheel are ignored.
  var mouseReport: Input? {
    guard let code = parameter(0), let column = parameter(1), let row = parameter(2),
      column > 0, row > 0
    else { return nil }
    switch code & ~heldKeys {
    case 0: return .pressed(Point(row: row - 1, column: column - 1))
    case 64: return .scrolled(lines: -1)
    case 65: return .scrolled(lines: 1)
    default: return nil
    }
  }
}

/// Shift, Alt and Control.
private let heldKeys = 4 | 8 | 16
