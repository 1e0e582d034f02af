extension TerminfoEntry {
  /// A defect of the entry that ncurses, which does not validate entries, could crash on; nil if
  /// there is none.
  package var defect: String? {
    if !isWhole { return "the data after its capabilities is invalid" }
    if names.last != 0 || names.count < 2 { return "its name does not end" }
    if !(booleans + extended.booleans).allSatisfy(Self.isFlag) {
      return "a flag is neither on nor off"
    }
    return numberDefect ?? stringDefect ?? extendedDefect
  }

  /// On, off, absent and cancelled.
  private static func isFlag(_ byte: UInt8) -> Bool { [0, 1, 0xFE, 0xFF].contains(byte) }

  private var numberDefect: String? {
    for (index, number) in numbers.enumerated() {
      let most: Int32 = [colors, pairs].contains(index) ? 0x100_0000 : 0x7FFF
      // ncurses divides by the tab width.
      if number < -2 || number > most || index == tabWidth && number == 0 {
        return "its number \(index) is \(number)"
      }
    }
    return nil
  }

  private var stringDefect: String? {
    for (index, offset) in strings.offsets.enumerated() {
      guard let text = strings.whole(at: offset) else { return "its string \(index) does not end" }
      if hasLongDelay(text) { return "its string \(index) waits too long" }
      if parameterized.contains(index), !takesNumbersOnly(text) {
        return "its string \(index) has invalid parameters"
      }
    }
    return nil
  }

  private var extendedDefect: String? {
    let names = extended.nameOffsets.map { Int($0) + extended.namesStart }
    guard extended.strings.offsets.allSatisfy({ extended.strings.whole(at: $0) != nil }) else {
      return "an extended string does not end"
    }
    let areWhole = names.allSatisfy { start in
      Int16(exactly: start).flatMap { start < 0 ? nil : extended.strings.whole(at: $0) }?.isEmpty
        == false
    }
    return areWhole ? nil : "the name of an extended capability does not end"
  }
}

extension TerminfoEntry.StringTable {
  /// The string at an offset, empty if it is absent or cancelled; nil if it is outside or does not
  /// end.
  fileprivate func whole(at offset: Int16) -> ArraySlice<UInt8>? {
    if offset == -1 || offset == -2 { return [] }
    guard offset >= 0, Int(offset) < bytes.count else { return nil }
    let rest = bytes[Int(offset)...]
    return rest.firstIndex(of: 0).map { rest[..<$0] }
  }
}

/// Whether a delay, for example `$<50/>`, has five digits or more.
private func hasLongDelay(_ text: ArraySlice<UInt8>) -> Bool {
  var rest = text
  while let dollar = rest.firstIndex(of: UInt8(ascii: "$")) {
    rest = rest[(dollar + 1)...]
    guard rest.first == UInt8(ascii: "<") else { continue }
    if rest.dropFirst().prefix(while: { 0x30...0x39 ~= $0 }).count > 4 { return true }
  }
  return false
}

/// Whether all operations of a string on its parameters (terminfo(5)) work with numbers.
///
/// A number that is printed as a string would be used as an address.
private func takesNumbersOnly(_ text: ArraySlice<UInt8>) -> Bool {
  var rest = text
  while let percent = rest.firstIndex(of: UInt8(ascii: "%")) {
    rest = rest[(percent + 1)...]
    guard let length = lengthOfOperation(rest) else { return false }
    rest = rest.dropFirst(length)
  }
  return true
}

/// The length of a terminfo operation on numbers after the percent sign; nil for anything else.
private func lengthOfOperation(_ text: ArraySlice<UInt8>) -> Int? {
  guard let first = text.first else { return nil }
  switch first {
  case UInt8(ascii: "p"): return text.dropFirst().first.flatMap { 0x31...0x39 ~= $0 ? 2 : nil }
  case UInt8(ascii: "P"), UInt8(ascii: "g"):
    return text.dropFirst().first.flatMap { 0x41...0x5A ~= $0 & 0xDF ? 2 : nil }
  case UInt8(ascii: "'"):
    return text.count > 2 && text[text.startIndex + 2] == first ? 3 : nil
  case UInt8(ascii: "{"):
    let digits = text.dropFirst().prefix { 0x30...0x39 ~= $0 }
    guard 1...9 ~= digits.count, text.dropFirst(1 + digits.count).first == UInt8(ascii: "}")
    else { return nil }
    return digits.count + 2
  default: return operators.contains(first) ? 1 : lengthOfFormat(text)
  }
}

/// The length of a format such as `d`, `2d`, `:-3d` or `02x`.
private func lengthOfFormat(_ text: ArraySlice<UInt8>) -> Int? {
  var rest = text
  if rest.first == UInt8(ascii: ":") { rest.removeFirst() }
  rest = rest.drop { "-+# ".utf8.contains($0) }
  let width = rest.prefix { 0x30...0x39 ~= $0 || $0 == UInt8(ascii: ".") }
  guard width.count <= 3, let last = rest.dropFirst(width.count).first, "doxXc".utf8.contains(last)
  else { return nil }
  return rest.startIndex - text.startIndex + width.count + 1
}

private let operators = Array("%+-*/m&|^=><AO!~i?te;".utf8)

// Positions in an entry: the order of capabilities in term.h.
private let (tabWidth, colors, pairs) = (1, 13, 14)
/// The strings to which ncurses passes parameters, all of them numbers, when it draws.
private let parameterized: Set<Int> = Set(
  [3, 8, 10, 15, 37, 121, 127, 131, 299, 300, 301, 302, 303, 359, 360] + (105...114))
