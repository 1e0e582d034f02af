import Canvas

extension Model {
  /// Draws the heading of a section with the number of its entries.
  func drawHeading(
    of section: Int, _ frame: inout Frame, _ row: Int, _ columns: RowLayout, isSelected: Bool
  ) {
    let surface = isSelected ? theme.selection : theme.page
    let isFolded = list.lines.isFolded(section)
    let count = list.order.sections[section].places.count
    let width = max(0, columns.columns - 1)
    if isSelected {
      frame.fill(Area(row: row, column: 0, rows: 1, columns: width), style: surface.fill)
    }
    let title = [
      Span(isFolded ? marks.folded : marks.unfolded, isSelected ? surface.accent : surface.border),
      Span(" ", surface.fill),
      Span(list.title(of: section), isSelected ? surface.title : surface.muted),
      Span("  \(count)", surface.muted),
    ]
    frame.put(title, at: Point(row: row, column: 1), limit: max(0, width - 2))
  }

  /// Draws a scrollbar for `count` lines in the last column.
  func drawScrollbar(_ frame: inout Frame, _ layout: Layout, top: Int, of count: Int) {
    let rows = layout.list.count
    guard count > rows, rows > 1, layout.columns >= 20 else { return }
    let length = max(1, rows * rows / count)
    let last = max(1, count - rows)
    let start = (rows - length) * top / last
    for offset in 0..<rows {
      let isThumb = (start..<start + length).contains(offset)
      frame.put(
        isThumb ? marks.thumb : marks.track,
        at: Point(row: layout.list.lowerBound + offset, column: layout.columns - 1),
        style: isThumb ? theme.page.scrollbarThumb : theme.page.scrollbarTrack)
    }
  }
}
