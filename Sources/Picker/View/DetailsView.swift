import Canvas

extension Model {
  /// What a row has no room for, of the selected entry.
  func drawDetails(_ frame: inout Frame, _ area: Area) {
    drawRule(&frame, area)
    let pane = detailsPane(in: area)
    let room = area.size.columns - (pane.isBeside ? 3 : 2)
    for (row, line) in pane.lines.dropFirst(pane.top).prefix(pane.rows).enumerated() {
      frame.put(line, at: pane.start(row), limit: room)
    }
    if pane.lastTop > 0 { drawPosition(pane, &frame, room: room) }
  }

  private func drawRule(_ frame: inout Frame, _ area: Area) {
    guard area.origin.column > 0 else {
      let rule = String(repeating: marks.rule, count: max(0, area.size.columns - 2))
      frame.put(rule, at: Point(row: area.origin.row, column: 1), style: theme.border)
      return
    }
    for row in 0..<area.size.rows {
      let point = Point(row: area.origin.row + row, column: area.origin.column)
      frame.put(marks.side, at: point, style: theme.border)
    }
  }

  /// That there are more lines, and the key that shows them.
  private func drawPosition(_ pane: DetailsPane, _ frame: inout Frame, room: Int) {
    let motion: Motion = pane.top < pane.lastTop ? .down : .up
    let key = keymap.bindings.first { $0.action == .scrollDetails(motion) }.flatMap(shortLabel)
    let line = [
      Span(" ", theme.page.fill), Span(key ?? "", theme.key),
      Span(motion == .down ? " more details " : " back ", theme.muted),
    ]
    guard line.columns < room else { return }
    let row = pane.isBeside ? pane.area.size.rows - 1 : 0
    let end = pane.start(0).column + room
    frame.put(line, at: Point(row: pane.area.origin.row + row, column: end - line.columns))
  }
}
