package import Canvas

extension TerminfoEntry {
  /// The entry with the number of colours of a depth; nil if it has no room.
  ///
  /// With it ncurses shows colours that the terminal has but its entry does not list. No common
  /// entry lists 24-bit colours, and those that do are not installed with ncurses.
  package func with(_ depth: ColorDepth) -> TerminfoEntry? {
    var entry = self
    entry.setNumber(maximumColors, to: depth.colorCount)
    entry.setNumber(maximumPairs, to: 0x10000)
    guard entry.setString(setForeground, to: depth.selection(normal: 3, bright: 9, extended: 38)),
      entry.setString(setBackground, to: depth.selection(normal: 4, bright: 10, extended: 48))
    else { return nil }
    return depth == .truecolor ? entry.withExtendedBoolean("RGB") : entry
  }

  private mutating func setNumber(_ index: Int, to value: Int32) {
    while numbers.count <= index { numbers.append(-1) }
    numbers[index] = value
  }

  /// Sets a string.
  ///
  /// It returns false if the table of strings, whose offsets have 16 bits, is full.
  private mutating func setString(_ index: Int, to value: String) -> Bool {
    let offset = strings.bytes.count
    guard offset + value.utf8.count < Int(Int16.max) else { return false }
    while strings.offsets.count <= index { strings.offsets.append(-1) }
    strings.offsets[index] = Int16(offset)
    strings.bytes += Array(value.utf8) + [0]
    return true
  }

  /// The entry with a flag of a given name.
  ///
  /// For ncurses, RGB means "numbers are red, green and blue, 8 bits each".
  private func withExtendedBoolean(_ name: String) -> TerminfoEntry? {
    var entry = self
    let start = extended.namesStart
    let new = Array(name.utf8)
    // Names stand in order.
    let place =
      extended.nameOffsets.prefix(extended.booleans.count)
      .firstIndex { !extended.strings.string(at: start + Int($0)).lexicographicallyPrecedes(new) }
      ?? extended.booleans.count
    let offset = extended.strings.bytes.count - start
    guard offset >= 0, let offset = Int16(exactly: offset) else { return nil }
    entry.extended.booleans.insert(1, at: place)
    entry.extended.nameOffsets.insert(offset, at: place)
    entry.extended.strings.bytes += new + [0]
    return entry
  }
}

extension TerminfoEntry {
  /// The number of colours; -1 if it has none.
  var colors: Int { numbers.indices.contains(maximumColors) ? Int(numbers[maximumColors]) : -1 }
}

extension ColorDepth {
  var colorCount: Int32 {
    switch self {
    case .none: 0
    case .ansi16: 16
    case .indexed256: 256
    case .truecolor: 0x100_0000
    }
  }

  /// The control sequence (terminfo's language) that selects colour number `%p1`.
  fileprivate func selection(normal: Int, bright: Int, extended: Int) -> String {
    let bytes = ["%p1%{65536}%/%d", "%p1%{256}%/%{255}%&%d", "%p1%{255}%&%d"]
    let any =
      self == .truecolor
      ? "\(extended);2;" + bytes.joined(separator: ";") : "\(extended);5;%p1%d"
    return "\u{1b}[%?%p1%{8}%<%t\(normal)%p1%d%e%p1%{16}%<%t\(bright)%p1%{8}%-%d%e\(any)%;m"
  }
}

// Positions in an entry: the order of capabilities in term.h.
private let maximumColors = 13
private let maximumPairs = 14
private let setForeground = 359
private let setBackground = 360

extension TerminfoEntry {
  /// The entry with attributes that do not switch back to the usual character set each time.
  ///
  /// Lines are drawn with Unicode characters, so no other set is ever active. This saves three
  /// bytes for each change of style, of which a screen has hundreds.
  package var withoutCharacterSets: TerminfoEntry {
    var entry = self
    for index in [exitAttributeMode, setAttributes] {
      guard let text = entry.string(index) else { continue }
      var less = text
      for piece in characterSetPieces { less = less.without(Array(piece.utf8)) }
      if less != text { entry.replaceString(index, with: less) }
    }
    return entry
  }

  private func string(_ index: Int) -> [UInt8]? {
    guard strings.offsets.indices.contains(index), strings.offsets[index] >= 0 else { return nil }
    return Array(strings.string(at: Int(strings.offsets[index])))
  }

  /// Replaces a string in place: the new one is shorter.
  private mutating func replaceString(_ index: Int, with bytes: [UInt8]) {
    let start = Int(strings.offsets[index])
    strings.bytes.replaceSubrange(start..<start + bytes.count + 1, with: bytes + [0])
  }
}

/// The pieces of `sgr` and `sgr0` that select a character set, for terminals like xterm and screen.
private let characterSetPieces = [
  "%?%p9%t\u{1b}(0%e\u{1b}(B%;", "%?%p9%t\u{0E}%e\u{0F}%;", "\u{1b}(B", "\u{0F}",
]

// Positions in an entry: the order of capabilities in term.h.
private let exitAttributeMode = 39
private let setAttributes = 131

extension [UInt8] {
  fileprivate func without(_ piece: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var rest = self[...]
    while let byte = rest.first {
      if rest.starts(with: piece) {
        rest = rest.dropFirst(piece.count)
      } else {
        kept.append(byte)
        rest.removeFirst()
      }
    }
    return kept
  }
}
