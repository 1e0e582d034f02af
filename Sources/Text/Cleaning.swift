extension String {
  /// The text made safe to show on one line: it can neither control a terminal nor imitate other
  /// text.
  ///
  /// Escape sequences, control characters, direction marks and invisible characters are removed. A
  /// line break or a tab becomes a space. A mark stays with its character, at most four of them. An
  /// emoji joined from several is reduced to its first. A character that this system cannot draw
  /// becomes U+FFFD.
  package var cleaned: String {
    if isPrintableASCII { return self }
    var cleaner = Cleaner()
    _ = cleaner.takeAll(of: Substring(self).unicodeScalars)
    return String(cleaner.text)
  }
}

/// Text from outside, cleaned for one place in a sentence: at most `limit` scalars, then an
/// ellipsis.
///
/// The rule is that of `String.cleaned`. In addition, runs of spaces become one, and spaces at both
/// ends are removed.
package func forDisplay(_ text: some StringProtocol, limit: Int = 120) -> String {
  var cleaner = Cleaner()
  // Cutting before cleaning would leave half of an escape sequence.
  let isWhole = cleaner.takeAll(of: Substring(text).unicodeScalars, limit: limit)
  let line = String(cleaner.text).split(separator: " ").joined(separator: " ")
  return isWhole ? line : line + "…"
}

extension Substring {
  /// The text as `String.cleaned` makes it safe.
  package var cleaned: String { String(self).cleaned }
}

/// The cleaned text so far, and the state that decides about the next character.
private struct Cleaner {
  var text = String.UnicodeScalarView()
  private var marks = 0
  private var count = 0
  private var before: Unicode.Scalar?
  private var base: Unicode.Scalar?

  /// Takes a text without its escape sequences, until `limit` scalars are written.
  ///
  /// Returns false if more of them would follow.
  mutating func takeAll(of scalars: Substring.UnicodeScalarView, limit: Int = .max) -> Bool {
    var rest = scalars
    while let scalar = rest.first {
      let sequence = rest.lengthOfEscapeSequence
      if sequence > 0 {
        rest.removeFirst(sequence)
        continue
      }
      rest.removeFirst()
      take(scalar)
      if count > limit {
        text = String.UnicodeScalarView(text.prefix(limit))
        return false
      }
    }
    return true
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
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
    append(scalar)
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
    if marks <= Glyph.mostMarks { append(mark) }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    text.append(scalar)
    count += 1
  }

  /// True for a skin tone, and for a character that a zero width joiner ties to an emoji.
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

  /// True for a visible character that cannot be drawn here.
  fileprivate var isMissing: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: false
    default: !properties.isDefaultIgnorableCodePoint
    }
  }
}

extension String {
  /// The text cleaned, with its line breaks kept.
  package var cleanedLines: String {
    split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(\.cleaned)
      .joined(separator: "\n")
  }
}

extension Substring.UnicodeScalarView {
  /// The length of the escape sequence (ECMA-48) at the start of the text; 0 if there is none.
  ///
  /// Also 0 for a string sequence without an end: its text stays visible.
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

  /// The length of parameters, intermediates and a final character, as far as they are present.
  private var lengthOfControlSequence: Int {
    let body = prefix { 0x20...0x3F ~= $0.value }.count
    let final = dropFirst(body).first.map { 0x40...0x7E ~= $0.value } ?? false
    return body + (final ? 1 : 0)
  }

  /// The length of a string up to its terminator: ST in either form, or BEL.
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

/// A longer one is treated as text; reading on for each would take quadratic time.
private let longestString = 1024

extension String {
  /// The text without white space around it.
  package var trimmed: String {
    let text = drop(while: \.isWhitespace)
    return String(text.reversed().drop(while: \.isWhitespace).reversed())
  }
}
