import Canvas
import Search
import Text

extension Model {
  /// Draws a box with an input line and the matching actions with their keys.
  func draw(_ palette: ActionPalette, _ frame: inout Frame) {
    let layout = ActionPaletteLayout(palette, on: frame.size)
    clearArea(layout.area, &frame)
    if layout.hasBorder { drawBorder(layout.area, title: "Actions", &frame) }
    if let row = layout.prompt { drawQuery(palette.field, &frame, row, layout.columns) }
    let top = palette.top(showing: layout.rows.count)
    for (row, place) in zip(layout.rows, top..<max(top, palette.found.count)) {
      let binding = palette.actions[palette.found[place]]
      draw(binding, palette, &frame, row, layout.columns, isSelected: place == palette.place)
    }
    if palette.found.isEmpty, let row = layout.rows.first {
      let point = Point(row: row, column: layout.columns.lowerBound + 2)
      frame.put(
        "Nothing matches.", at: point, style: theme.panel.muted, limit: layout.columns.count - 2)
    }
    let shown = top..<min(top + layout.rows.count, palette.found.count)
    drawPosition(of: shown, among: palette.found.count, in: layout, &frame)
  }

  private func drawQuery(
    _ field: TextField, _ frame: inout Frame, _ row: Int, _ columns: Range<Int>
  ) {
    let start = Point(row: row, column: columns.lowerBound + 2)
    let room = max(0, columns.count - 3)
    frame.put(
      marks.prompt, at: Point(row: row, column: columns.lowerBound), style: theme.panel.accent)
    let (text, cursor) = field.window(room)
    frame.put(text, at: start, style: theme.panel.text, limit: room)
    let point = Point(row: row, column: start.column + cursor)
    if frame[point] != nil { frame.cursor = point }
  }

  private func draw(
    _ binding: Binding, _ palette: ActionPalette, _ frame: inout Frame, _ row: Int,
    _ columns: Range<Int>, isSelected: Bool
  ) {
    let surface = isSelected ? theme.selection : theme.panel
    let keys = binding.label(marks)
    let room = columns.count - 3 - (keys.isEmpty ? 0 : keys.columns + 1)
    let hasKeys = !keys.isEmpty && room >= 16
    let help = styled(
      binding.help, palette.query.highlights(in: binding.help), surface.text, surface.match)
    let start = Point(row: row, column: columns.lowerBound)
    frame.fill(Area(start, Size(rows: 1, columns: columns.count)), style: surface.fill)
    if isSelected { frame.put(marks.pointer, at: start, style: surface.accent) }
    frame.put(
      help.truncated(to: hasKeys ? room : max(0, columns.count - 3), ellipsis: marks.ellipsis),
      at: Point(row: row, column: start.column + 2))
    guard hasKeys else { return }
    let column = columns.upperBound - 1 - keys.columns
    frame.put(keys, at: Point(row: row, column: column), style: surface.key)
  }

  /// Draws which actions are shown on the border, if not all are.
  private func drawPosition(
    of shown: Range<Int>, among count: Int, in layout: ActionPaletteLayout, _ frame: inout Frame
  ) {
    guard layout.hasBorder, shown.count < count else { return }
    let text = " \(shown.lowerBound + 1)-\(shown.upperBound) of \(count) "
    let row = layout.area.origin.row + layout.area.size.rows - 1
    let column = layout.area.origin.column + layout.area.size.columns - 2 - text.count
    frame.put(text, at: Point(row: row, column: column), style: theme.panel.muted)
  }
}

/// The layout of the palette on a screen.
struct ActionPaletteLayout {
  let area: Area
  let hasBorder: Bool
  /// The row of the query; nil if there is room for the selected action only.
  let prompt: Int?
  /// The rows of the actions.
  let rows: Range<Int>

  /// Lays out the palette.
  ///
  /// The query stays in place while the height of the box follows the number of matches.
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
