extension TerminfoEntry {
  /// The entry of the same terminal, whose attributes do not go back to the usual character set each time.
  ///
  /// Lines are drawn with characters of their own, so no other set is ever left: three bytes less for each change
  /// of style, of which a screen has hundreds.
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

  /// Where it stood: what is shorter fits there.
  private mutating func replaceString(_ index: Int, with bytes: [UInt8]) {
    let start = Int(strings.offsets[index])
    strings.bytes.replaceSubrange(start..<start + bytes.count + 1, with: bytes + [0])
  }
}

/// What chooses a character set in `sgr` and `sgr0`, as xterm's and screen's kin have it.
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
