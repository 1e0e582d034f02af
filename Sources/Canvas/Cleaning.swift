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
