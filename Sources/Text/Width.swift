extension Unicode.Scalar {
  /// The number of columns that a terminal gives the character; 0 for one that joins the character
  /// before it.
  ///
  /// nil for a character that must not be drawn (a control, a format character, an unassigned one).
  ///
  /// Only characters of Unicode 14 have a width: ncurses uses glibc's tables, and those of glibc
  /// 2.36 have no others.
  package var columns: Int? {
    if value < 0x7F { return value < 0x20 ? nil : 1 }
    if value < 0xA0 { return nil }
    // Every screen has many of these (punctuation, arrows, lines and bars); reading properties is
    // slow.
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

  /// U+1171E was a mark in Unicode 14 and is not one since 16.
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

  /// Hangul vowels and finals: drawn inside the syllable before them.
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
  /// The number of columns that the text takes on a terminal.
  package var columns: Int {
    if isPrintableASCII { return utf8.count }
    return glyphs.reduce(0) { $0 + $1.columns }
  }

  /// True if the text is visible ASCII and spaces only, as nearly every name is.
  package var isPrintableASCII: Bool {
    let whole = utf8.withContiguousStorageIfAvailable { bytes in
      // Without an early exit the compiler can process many bytes at once.
      !bytes.reduce(false) { ($1 &- 0x20 > 0x5E) || $0 }
    }
    return whole ?? utf8.allSatisfy { 0x20...0x7E ~= $0 }
  }
}

/// The characters of Unicode 14 that take two columns, in order.
///
/// They are East Asian Wide and Fullwidth ones, and emoji. Unassigned gaps are bridged. Where glibc
/// 2.36 and Unicode differ (U+3248, U+4DC0), glibc decides, since ncurses uses it.
let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0,
  0x23F3...0x23F3, 0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F...0x267F,
  0x2693...0x2693, 0x26A1...0x26A1, 0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5,
  0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA, 0x26F2...0x26F3, 0x26F5...0x26F5,
  0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705, 0x270A...0x270B, 0x2728...0x2728,
  0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797,
  0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55,
  0x2E80...0x3029, 0x302E...0x303E, 0x3041...0x3096, 0x309B...0xA4C6, 0xA960...0xA97C,
  0xAC00...0xD7A3, 0xF900...0xFAD9, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
  0xFFE0...0xFFE6, 0x16FE0...0x16FE3, 0x16FF0...0x1B2FB, 0x1F004...0x1F004, 0x1F0CF...0x1F0CF,
  0x1F18E...0x1F18E, 0x1F191...0x1F19A, 0x1F200...0x1F320, 0x1F32D...0x1F335, 0x1F337...0x1F37C,
  0x1F37E...0x1F393, 0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3, 0x1F3E0...0x1F3F0, 0x1F3F4...0x1F3F4,
  0x1F3F8...0x1F43E, 0x1F440...0x1F440, 0x1F442...0x1F4FC, 0x1F4FF...0x1F53D, 0x1F54B...0x1F54E,
  0x1F550...0x1F567, 0x1F57A...0x1F57A, 0x1F595...0x1F596, 0x1F5A4...0x1F5A4, 0x1F5FB...0x1F64F,
  0x1F680...0x1F6C5, 0x1F6CC...0x1F6CC, 0x1F6D0...0x1F6D2, 0x1F6D5...0x1F6DF, 0x1F6EB...0x1F6EC,
  0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7F0, 0x1F90C...0x1F93A, 0x1F93C...0x1F945, 0x1F947...0x1F9FF,
  0x1FA70...0x1FAF6, 0x20000...0x3134A,
]
