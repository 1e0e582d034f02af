extension Substring.UnicodeScalarView {
  /// How many characters of an escape sequence (ECMA-48) the text begins with; 0 where it begins with
  /// none, and for a string sequence that never ends, whose text is then kept for all to see.
  var lengthOfEscapeSequence: Int {
    guard let first else { return 0 }
    switch first.value {
    case 0x9B: return 1 + dropFirst().lengthOfControlSequence
    case 0x90, 0x98, 0x9D, 0x9E, 0x9F: return lengthOfString(introducer: 1)
    case 0x1B: return lengthAfterEscape
    default: return 0
    }
  }

  private var lengthAfterEscape: Int {
    let rest = dropFirst()
    switch rest.first {
    case "[": return 2 + rest.dropFirst().lengthOfControlSequence
    case "]", "P", "X", "^", "_": return lengthOfString(introducer: 2)
    default:
      let intermediates = rest.prefix { 0x20...0x2F ~= $0.value }.count
      let final = rest.dropFirst(intermediates).first.map { 0x30...0x7E ~= $0.value } ?? false
      return 1 + (final ? intermediates + 1 : 0)
    }
  }

  /// Parameters, intermediates and a final character, as far as they are there.
  private var lengthOfControlSequence: Int {
    let body = prefix { 0x20...0x3F ~= $0.value }.count
    let final = dropFirst(body).first.map { 0x40...0x7E ~= $0.value } ?? false
    return body + (final ? 1 : 0)
  }

  /// A string up to its terminator: ST in either form, or BEL.
  private func lengthOfString(introducer: Int) -> Int {
    var length = introducer
    var before: Unicode.Scalar?
    for scalar in dropFirst(introducer).prefix(longestString) {
      length += 1
      if scalar.value == 0x07 || scalar.value == 0x9C { return length }
      if scalar == "\\", before?.value == 0x1B { return length }
      before = scalar
    }
    return introducer
  }
}

/// A longer one is no sequence but text; and reading on for each would take quadratic time.
private let longestString = 1024
