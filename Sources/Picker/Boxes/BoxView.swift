import Canvas
import Text

extension Model {
  func draw(_ text: BoxedText, _ frame: inout Frame) {
    let box = BoxLayout(text, on: frame.size)
    let top = box.top(text.top)
    clearArea(box.area, &frame)
    if box.hasBorder {
      drawBorder(box.area, title: text.title, mark: text.mark, isDanger: text.isDanger, &frame)
    }
    for (row, line) in (box.lines.dropFirst(top).prefix(box.rows) + box.foot).enumerated() {
      draw(line, &frame, at: box.start(row), limit: box.area.size.columns - (box.hasBorder ? 4 : 0))
    }
    if box.lastTop > 0 { drawPosition(box, top, &frame) }
  }

  /// Clears the area of a box.
  ///
  /// The rows that it covers are cleared over the whole width, so that none sticks out beside the
  /// box.
  func clearArea(_ area: Area, _ frame: inout Frame) {
    frame.cursor = nil
    let rows = Area(
      row: area.origin.row, column: 0, rows: area.size.rows, columns: frame.size.columns)
    frame.fill(rows, style: theme.page.fill)
    frame.fill(area, style: theme.panel.fill)
  }

  private func draw(
    _ line: BoxLayout.Line, _ frame: inout Frame, at start: Point, limit: Int
  ) {
    frame.put(
      line.spans.map { Span($0.text, theme.panel[keyPath: $0.style]) }, at: start, limit: limit)
    guard let cursor = line.cursor else { return }
    let point = Point(row: start.row, column: start.column + cursor)
    if frame[point] != nil { frame.cursor = point }
  }

  /// Draws the border of a box with its title.
  ///
  /// `mark` follows the title and is shown however long the title is.
  func drawBorder(
    _ area: Area, title: String, mark: String = "", isDanger: Bool = false, _ frame: inout Frame
  ) {
    let (origin, size) = (area.origin, area.size)
    let style = isDanger ? theme.panel.danger : theme.panel.border
    let rule = String(repeating: marks.rule, count: size.columns - 2)
    frame.put(marks.topLeft + rule + marks.topRight, at: origin, style: style)
    for row in 1..<max(1, size.rows - 1) {
      for column in [0, size.columns - 1] {
        let point = Point(row: origin.row + row, column: origin.column + column)
        frame.put(marks.side, at: point, style: style)
      }
    }
    let bottom = Point(row: origin.row + size.rows - 1, column: origin.column)
    frame.put(marks.bottomLeft + rule + marks.bottomRight, at: bottom, style: style)
    let room = size.columns - 6 - mark.columns
    let title = title.truncated(to: room, ellipsis: marks.ellipsis) + mark
    let start = Point(row: origin.row, column: origin.column + 2)
    frame.put(" " + title + " ", at: start, style: isDanger ? style : theme.panel.title)
  }

  /// Draws which lines are shown: on the border, or at the end of the foot.
  private func drawPosition(_ box: BoxLayout, _ top: Int, _ frame: inout Frame) {
    let position = " \(top + 1)-\(top + box.rows) of \(box.lines.count) "
    let width = box.area.size.columns - (box.hasBorder ? 2 : 0)
    guard box.hasBorder || box.footColumns + position.count <= width else { return }
    let column = box.area.origin.column + width - position.count
    let row = box.area.origin.row + box.area.size.rows - 1
    frame.put(position, at: Point(row: row, column: column), style: theme.panel.muted)
  }
}
