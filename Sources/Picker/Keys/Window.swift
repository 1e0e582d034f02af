import Canvas

/// The part of an edited line that fits into `columns`, the cursor after `before` included, and the
/// cursor's column in it.
func visiblePart(before: String, after: String, columns: Int) -> (text: String, cursor: Int) {
  var width = 0
  let shown = before.glyphs.reversed().prefix { glyph in
    width += glyph.columns
    return width < columns
  }
  let cursor = shown.reduce(0) { $0 + $1.columns }
  return (shown.reversed().map(\.text).joined() + after, cursor)
}
