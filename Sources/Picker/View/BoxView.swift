import Canvas

extension Model {
  func draw(_ text: BoxedText, _ frame: inout Frame) {
    let box = BoxLayout(text, on: frame.size)
    let top = min(text.top, box.lastTop)
    frame.cursor = nil
    frame.fill(box.area, style: theme.page)
    if box.hasBorder { drawBorder(box, text, top, &frame) }
    for (row, line) in box.lines.dropFirst(top).prefix(box.rows).enumerated() {
      let start = box.start(row)
      let spans = line.spans.map { Span($0.text, theme[keyPath: $0.style]) }
      frame.put(spans, at: start, limit: box.area.size.columns - (box.hasBorder ? 4 : 0))
      if let cursor = line.cursor {
        frame.cursor = Point(row: start.row, column: start.column + cursor)
      }
    }
  }

  private func drawBorder(_ box: BoxLayout, _ text: BoxedText, _ top: Int, _ frame: inout Frame) {
    let (origin, size) = (box.area.origin, box.area.size)
    let style = text.isDanger ? theme.danger : theme.border
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
    let title = " " + text.title.truncated(to: size.columns - 6, ellipsis: marks.ellipsis) + " "
    let titleStyle = text.isDanger ? theme.danger : theme.title
    frame.put(title, at: Point(row: origin.row, column: origin.column + 2), style: titleStyle)
    guard box.lastTop > 0 else { return }
    let position = " \(top + 1)-\(top + box.rows) of \(box.lines.count) "
    let column = origin.column + size.columns - 2 - position.count
    frame.put(position, at: Point(row: bottom.row, column: column), style: theme.muted)
  }
}
