import Canvas

extension Model {
  /// The query being typed; or, while a call runs, what it does.
  func drawPrompt(_ frame: inout Frame, row: Int, hasHeader: Bool) {
    if case .calling(let call) = screen {
      return drawCall(call, &frame, at: Point(row: row, column: 1))
    }
    guard !list.isEmpty else { return }
    var room = frame.size.columns - 4
    if !hasHeader {
      let count = countText
      room -= count.columns + 2
      let start = Point(row: row, column: frame.size.columns - count.columns - 1)
      frame.put(count, at: start, style: theme.muted)
    }
    frame.put(marks.prompt, at: Point(row: row, column: 1), style: theme.accent)
    let start = Point(row: row, column: 3)
    let (text, cursor) = list.field.window(room)
    if text.isEmpty {
      let fitting = hint(hasHeader: hasHeader).truncated(to: room, ellipsis: marks.ellipsis)
      frame.put(fitting, at: start, style: theme.muted)
    } else {
      frame.put(text, at: start, style: theme.text, limit: room)
    }
    frame.cursor = Point(row: row, column: start.column + cursor)
  }

  private func hint(hasHeader: Bool) -> String {
    guard let role else { return "type to find an account, a role, a region" }
    return hasHeader
      ? "type to find what to assume it from" : "assume \(role.place) from which entry?"
  }

  func drawCall(_ call: Call, _ frame: inout Frame, at point: Point) {
    let line = call.line(list.entry(call.order.entry), now: now, ellipsis: marks.ellipsis)
    let room = frame.size.columns - point.column
    frame.put(
      line.truncated(to: room, ellipsis: marks.ellipsis), at: point, style: theme.title)
  }
}
