/// What one cell, or two, can hold: a character with the marks that join it.
package struct Glyph: Sendable, Hashable {
  package var text: String
  /// 1 or 2.
  package var columns: Int

  package init(_ text: String, columns: Int) {
    self.text = text
    self.columns = columns
  }

  /// What stands for a character that must not be drawn.
  package static let replacement = Glyph("\u{FFFD}", columns: 1)
  /// How many marks an ncurses cell holds beside its character (`CCHARW_MAX` less one).
  package static let mostMarks = 4
}

extension String {
  /// The text as a terminal draws it, cell by cell; what must not be drawn is U+FFFD.
  package var glyphs: [Glyph] {
    var glyphs: [Glyph] = []
    var marks = 0
    for scalar in unicodeScalars {
      switch scalar.columns {
      case nil: glyphs.append(.replacement)
      case 0?:
        marks += 1
        glyphs.join(scalar, marks: marks)
        continue
      case let columns?: glyphs.append(Glyph(String(scalar), columns: columns))
      }
      marks = 0
    }
    return glyphs
  }
}

extension [Glyph] {
  fileprivate mutating func join(_ mark: Unicode.Scalar, marks: Int) {
    guard marks <= Glyph.mostMarks else { return }
    if isEmpty { append(Glyph("\u{25CC}", columns: 1)) }
    self[count - 1].text.unicodeScalars.append(mark)
  }
}
