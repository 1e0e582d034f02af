/// What one cell, or two, can hold: a character with the marks that join it.
package struct Glyph: Sendable, Hashable {
  var cluster: Cluster
  /// 1 or 2.
  package var columns: Int

  package init(_ text: String, columns: Int) {
    self.init(Cluster(text), columns: columns)
  }

  init(_ cluster: Cluster, columns: Int) {
    self.cluster = cluster
    self.columns = columns
  }

  package var text: String { cluster.text }

  /// What stands for a character that must not be drawn.
  package static let replacement = Glyph("\u{FFFD}", columns: 1)
  /// How many marks an ncurses cell holds beside its character (`CCHARW_MAX` less one).
  package static let mostMarks = Cluster.capacity - 1
}

extension String {
  /// The text as a terminal draws it, cell by cell; what must not be drawn is U+FFFD.
  package var glyphs: Glyphs { Glyphs(self) }
}

/// The glyphs of a text, one after the other.
package struct Glyphs: Sequence, IteratorProtocol {
  private var scalars: String.UnicodeScalarView.Iterator
  /// The next character, looked at to see whether it is a mark.
  private var ahead: (scalar: Unicode.Scalar, columns: Int?)?

  init(_ text: String) {
    scalars = text.unicodeScalars.makeIterator()
    look()
  }

  package mutating func next() -> Glyph? {
    guard let first = ahead else { return nil }
    var glyph: Glyph
    switch first.columns {
    case nil: glyph = .replacement
    // A mark with nothing to join.
    case 0?: glyph = Glyph("\u{25CC}", columns: 1)
    case let columns?: glyph = Glyph(Cluster(first.scalar), columns: columns)
    }
    if first.columns != 0 { look() }
    while let mark = ahead, mark.columns == 0 {
      glyph.cluster.append(mark.scalar)
      look()
    }
    return glyph
  }

  private mutating func look() {
    ahead = scalars.next().map { ($0, $0.columns) }
  }
}
