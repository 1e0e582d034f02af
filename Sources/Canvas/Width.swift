extension Unicode.Scalar {
  /// How many columns a terminal gives the character: 0 for one that joins the character before it,
  /// nil for one that must not be drawn (a control, a format character, one that is not assigned).
  ///
  /// Only characters of Unicode 14 have a width, since glibc 2.36, which ncurses asks, knows no others.
  package var columns: Int? {
    if value < 0x7F { return value < 0x20 ? nil : 1 }
    if value < 0xA0 { return nil }
    // Punctuation, arrows, lines and bars, of which every screen has many; asking for properties is slow.
    if 0x2010...0x2027 ~= value || 0x2190...0x21FF ~= value || 0x2500...0x259F ~= value { return 1 }
    guard isDrawable else { return nil }
    if joinsTheCharacterBefore { return 0 }
    return isWide ? 2 : 1
  }

  private var isDrawable: Bool {
    switch properties.generalCategory {
    case .control, .format, .unassigned, .lineSeparator, .paragraphSeparator, .surrogate: false
    case .privateUse: true
    default: !properties.isDefaultIgnorableCodePoint && isKnownToGlibc
    }
  }

  /// U+1171E was a mark in Unicode 14 and is none since 16.
  private var isKnownToGlibc: Bool {
    guard let age = properties.age, value != 0x1171E else { return false }
    return age.major <= 14
  }

  private var joinsTheCharacterBefore: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: isMedialOrFinalJamo
    }
  }

  /// Hangul vowels and finals: drawn inside the syllable that they follow.
  private var isMedialOrFinalJamo: Bool {
    0x1160...0x11FF ~= value || 0xD7B0...0xD7FB ~= value
  }

  private var isWide: Bool {
    guard value >= 0x1100 else { return false }
    var low = 0
    var high = wideRanges.count
    while low < high {
      let middle = (low + high) / 2
      if wideRanges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wideRanges.count && wideRanges[low].contains(value)
  }
}

extension String {
  /// How many columns the text takes when it is drawn.
  package var columns: Int {
    if isPrintableASCII { return utf8.count }
    return glyphs.reduce(0) { $0 + $1.columns }
  }

  /// True for visible ASCII and blanks alone, which is nearly every name.
  var isPrintableASCII: Bool {
    let whole = utf8.withContiguousStorageIfAvailable { bytes in
      // No early way out, so that the compiler can take many bytes at once.
      !bytes.reduce(false) { ($1 &- 0x20 > 0x5E) || $0 }
    }
    return whole ?? utf8.allSatisfy { 0x20...0x7E ~= $0 }
  }
}
