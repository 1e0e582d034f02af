import Canvas

/// Where the palette stands on a screen.
struct ActionPaletteLayout {
  let area: Area
  let hasBorder: Bool
  /// The row of the query; nil where only the selected action has room.
  let prompt: Int?
  /// The rows of the actions.
  let rows: Range<Int>

  /// The query stays where it is while the box gets as high as what is found.
  init(_ palette: ActionPalette, on size: Size) {
    hasBorder = size.rows >= 8 && size.columns >= 24
    guard hasBorder else {
      area = Area(row: 0, column: 0, rows: size.rows, columns: size.columns)
      prompt = size.rows >= 2 ? 0 : nil
      let bottom = Layout(size).footer ?? size.rows
      rows = (size.rows >= 2 ? 1 : 0)..<max(1, bottom)
      return
    }
    let most = min(palette.actions.count, size.rows - 5)
    let count = min(max(1, palette.found.count), most)
    let width = min(76, size.columns - 4)
    let top = (size.rows - most - 3) / 2
    area = Area(
      row: top, column: (size.columns - width) / 2, rows: count + 3, columns: width)
    prompt = top + 1
    rows = top + 2..<top + 2 + count
  }

  /// The columns between the borders.
  var columns: Range<Int> {
    let border = hasBorder ? 1 : 0
    let start = area.origin.column + border
    return start..<max(start, area.origin.column + area.size.columns - border)
  }
}
