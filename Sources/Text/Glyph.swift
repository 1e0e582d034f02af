/// The content of one or two cells: a character with the marks that join it.
package struct Glyph: Sendable, Hashable {
  package var cluster: Cluster
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

  /// The replacement for a character that must not be drawn.
  package static let replacement = Glyph("\u{FFFD}", columns: 1)
  /// How many marks an ncurses cell holds beside its character (`CCHARW_MAX` minus one).
  package static let mostMarks = Cluster.capacity - 1
}

extension String {
  /// The text cell by cell, as a terminal draws it; a character that must not be drawn is U+FFFD.
  package var glyphs: Glyphs { Glyphs(self) }
}

/// The glyphs of a text in order.
package struct Glyphs: Sequence, IteratorProtocol {
  private var scalars: String.UnicodeScalarView.Iterator
  /// The next character, read ahead to see whether it is a mark.
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
    // A mark without a character before it.
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

/// A character with its marks, as one cell of a screen holds them; empty for the second half of a
/// wide character.
///
/// The size is exactly sixteen bytes: a screen holds thousands of these, copied and compared at
/// every key press.
package struct Cluster: Sendable, Hashable {
  // Up to five code points of 21 bits each, the character lowest. An empty place is 0, which is
  // never drawn.
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// The maximum number of code points.
  static let capacity = 5

  package init(_ scalar: Unicode.Scalar) {
    low = UInt64(scalar.value)
  }

  /// The first code points of a text, up to the capacity.
  package init(_ text: String) {
    for scalar in text.unicodeScalars.prefix(Self.capacity) { append(scalar) }
  }

  package static var blank: Cluster { Cluster(" " as Unicode.Scalar) }

  package var isEmpty: Bool { low == 0 }

  /// The character without its marks; 0 if the cluster is empty.
  package var character: UInt32 { UInt32(low & scalarMask) }

  /// The character and its marks, as code points.
  package var codes: [UInt32] {
    (0..<count).map { UInt32(truncatingIfNeeded: bits >> (scalarWidth * $0)) & UInt32(scalarMask) }
  }

  /// The number of code points.
  package var count: Int {
    (UInt128.bitWidth - bits.leadingZeroBitCount + scalarWidth - 1) / scalarWidth
  }

  package var text: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: codes.compactMap(Unicode.Scalar.init))
    return String(text)
  }

  /// Adds a code point if there is room.
  mutating func append(_ scalar: Unicode.Scalar) {
    guard count < Self.capacity else { return }
    bits |= UInt128(scalar.value) << (scalarWidth * count)
  }

  private var bits: UInt128 {
    get { UInt128(high) << 64 | UInt128(low) }
    set {
      low = UInt64(truncatingIfNeeded: newValue)
      high = UInt64(truncatingIfNeeded: newValue >> 64)
    }
  }
}

private let scalarWidth = 21
private let scalarMask: UInt64 = 1 << 21 - 1
