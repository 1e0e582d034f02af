package import Text

/// One column of the screen: a character, or the second half of a wide one.
package struct Cell: Sendable, Hashable {
  package var cluster: Cluster
  package var style: Style

  package init(_ text: String = " ", _ style: Style = Style()) {
    self.init(Cluster(text), style)
  }

  init(_ cluster: Cluster, _ style: Style) {
    self.cluster = cluster
    self.style = style
  }

  /// The text of the cell; empty for the second column of a wide character.
  package var text: String { cluster.text }
}

/// A whole screen in memory, clipped at its edges: nothing drawn outside can fail.
package struct Frame: Sendable, Hashable {
  package let size: Size
  /// The cells row by row, `size.rows * size.columns` of them.
  package internal(set) var cells: [Cell]
  /// The position of the terminal's cursor; nil to hide it.
  package var cursor: Point?

  package init(_ size: Size, fill: Style = Style()) {
    self.size = Size(rows: max(0, size.rows), columns: max(0, size.columns))
    cells = Array(repeating: Cell(" ", fill), count: self.size.rows * self.size.columns)
  }
}

extension Frame {
  /// Draws text from a point to the right, clipped at the frame's edges and after `limit` columns.
  ///
  /// A wide character is drawn whole or not at all. Returns the number of columns drawn.
  @discardableResult
  package mutating func put(
    _ text: String, at point: Point, style: Style = Style(), limit: Int = .max
  ) -> Int {
    guard (0..<size.rows).contains(point.row), point.column < size.columns else { return 0 }
    let room = min(max(0, limit), size.columns - point.column)
    if text.isPrintableASCII, point.column >= 0 {
      return putASCII(text.utf8.prefix(max(0, room)), at: point, style)
    }
    var taken = 0
    for glyph in text.glyphs {
      guard taken + glyph.columns <= room else { break }
      set(glyph, at: Point(row: point.row, column: point.column + taken), style)
      taken += glyph.columns
    }
    return taken
  }

  /// Clears every cell of an area, in a style.
  package mutating func fill(_ area: Area, style: Style = Style()) {
    let columns = clipped(area.origin.column, area.size.columns, to: size.columns)
    guard !columns.isEmpty else { return }
    for row in clipped(area.origin.row, area.size.rows, to: size.rows) {
      let start = row * size.columns
      clearWideCharacter(before: columns.lowerBound, inRowFrom: start)
      clearWideCharacter(before: columns.upperBound, inRowFrom: start)
      for column in columns { cells[start + column] = Cell(.blank, style) }
    }
  }

  /// Draws text of one column a byte that fits, as nearly all text does.
  private mutating func putASCII(
    _ text: Substring.UTF8View, at point: Point, _ style: Style
  ) -> Int {
    guard !text.isEmpty else { return 0 }
    var place = point.row * size.columns + point.column
    let start = place
    clearWideCharacter(before: point.column, inRowFrom: start - point.column)
    clearWideCharacter(before: point.column + text.count, inRowFrom: start - point.column)
    for byte in text {
      cells[place] = Cell(Cluster(Unicode.Scalar(byte)), style)
      place += 1
    }
    return place - start
  }

  private mutating func set(_ glyph: Glyph, at point: Point, _ style: Style) {
    let end = point.column + glyph.columns
    guard point.column >= 0, end <= size.columns else { return }
    let start = point.row * size.columns
    clearWideCharacter(before: point.column, inRowFrom: start)
    clearWideCharacter(before: end, inRowFrom: start)
    cells[start + point.column] = Cell(glyph.cluster, style)
    if glyph.columns == 2 { cells[start + point.column + 1] = Cell(Cluster(""), style) }
  }

  /// Clears both halves of a wide character across the left edge of a column.
  private mutating func clearWideCharacter(before column: Int, inRowFrom start: Int) {
    guard column > 0, column < size.columns, cells[start + column].cluster.isEmpty
    else { return }
    cells[start + column].cluster = .blank
    cells[start + column - 1].cluster = .blank
  }
}

/// The part of `count` places from `start` that is between 0 and `limit`.
private func clipped(_ start: Int, _ count: Int, to limit: Int) -> Range<Int> {
  let first = min(max(0, start), limit)
  return first..<max(first, min(limit, start + max(0, count)))
}

extension Frame {
  /// Draws another frame with its upper left corner at a point, clipped at this frame's edges.
  package mutating func put(_ other: Frame, at origin: Point) {
    for row in 0..<other.size.rows {
      for column in 0..<other.size.columns {
        let cell = other.cells[row * other.size.columns + column]
        // The second half of a wide character comes with the first.
        guard !cell.cluster.isEmpty else { continue }
        let point = Point(row: origin.row + row, column: origin.column + column)
        put(cell.text, at: point, style: cell.style)
      }
    }
  }
}

extension Frame {
  /// The first cells of a line, to be drawn again by `put(_:line:)`.
  package func cells(line: Int, columns: Int) -> [Cell] {
    guard (0..<size.rows).contains(line) else { return [] }
    let start = line * size.columns
    return Array(cells[start..<start + min(max(0, columns), size.columns)])
  }

  /// Draws saved cells at the start of a line.
  package mutating func put(_ known: [Cell], line: Int) {
    guard (0..<size.rows).contains(line), known.count <= size.columns else { return }
    let start = line * size.columns
    cells.replaceSubrange(start..<start + known.count, with: known)
  }
}

extension Frame {
  /// The rows as text, without trailing blanks.
  package var lines: [String] {
    (0..<size.rows).map { row in
      let cells = cells[row * size.columns..<(row + 1) * size.columns]
      let end = cells.lastIndex { $0.cluster != .blank }.map { $0 + 1 } ?? cells.startIndex
      return cells[..<end].map(\.text).joined()
    }
  }

  /// The whole screen as text: a line for each row, without trailing blanks.
  package var text: String { lines.joined(separator: "\n") }

  /// The cell at a point; nil outside the frame.
  package subscript(_ point: Point) -> Cell? {
    guard (0..<size.rows).contains(point.row), (0..<size.columns).contains(point.column)
    else { return nil }
    return cells[point.row * size.columns + point.column]
  }
}
