extension String {
  /// The text made safe to show on one line: it can neither steer a terminal nor pose as other text.
  ///
  /// Escape sequences, controls, direction marks and invisible characters are gone; a line break or
  /// a tab is a space; a mark keeps to its character, four at most; a picture of several joined
  /// is its first; what this system cannot draw is U+FFFD.
  package var cleaned: String {
    if isPrintableASCII { return self }
    var cleaner = Cleaner()
    var rest = Substring(self).unicodeScalars
    while let scalar = rest.first {
      let sequence = rest.lengthOfEscapeSequence
      if sequence > 0 {
        rest.removeFirst(sequence)
      } else {
        rest.removeFirst()
        cleaner.take(scalar)
      }
    }
    return String(cleaner.text)
  }
}

extension Substring {
  /// The text as `String.cleaned` makes it safe.
  package var cleaned: String { String(self).cleaned }
}

/// The text so far, and what of it decides about the next character.
private struct Cleaner {
  var text = String.UnicodeScalarView()
  private var marks = 0
  private var before: Unicode.Scalar?
  private var base: Unicode.Scalar?

  mutating func take(_ scalar: Unicode.Scalar) {
    defer { before = scalar }
    if scalar.isLineBreakOrTab { return takeBreak(scalar) }
    if isPartOfPicture(scalar) { return }
    switch scalar.columns {
    case nil: if scalar.isMissing { put("\u{FFFD}") }
    case 0?: join(scalar)
    case .some: put(scalar)
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    text.append(scalar)
    base = scalar
    marks = 0
  }

  private mutating func takeBreak(_ scalar: Unicode.Scalar) {
    if scalar == "\n", before == "\r" { return }
    put(" ")
  }

  private mutating func join(_ mark: Unicode.Scalar) {
    if base == nil { put("\u{25CC}") }
    marks += 1
    if marks <= Glyph.mostMarks { text.append(mark) }
  }

  /// True for a skin tone, and for what a zero width joiner ties to an emoji.
  private func isPartOfPicture(_ scalar: Unicode.Scalar) -> Bool {
    guard let base, base.isPicture else { return false }
    return scalar.properties.isEmojiModifier || before == "\u{200D}" && scalar.isPicture
  }
}

extension Unicode.Scalar {
  fileprivate var isLineBreakOrTab: Bool {
    switch value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  fileprivate var isPicture: Bool { value > 0xFF && properties.isEmoji }

  /// True for a character that says something, though nothing here can draw it.
  fileprivate var isMissing: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: false
    default: !properties.isDefaultIgnorableCodePoint
    }
  }
}

extension String {
  /// The text cleaned, its line breaks kept.
  package var cleanedLines: String {
    split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(\.cleaned)
      .joined(separator: "\n")
  }
}

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

extension String {
  /// The text without the blanks around it.
  package var trimmed: String {
    let text = drop(while: \.isWhitespace)
    return String(text.reversed().drop(while: \.isWhitespace).reversed())
  }
}
