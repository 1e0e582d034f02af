import Canvas

extension Model {
  /// The query being typed, or, while a call runs, what it does; behind it how many entries there are.
  func drawPrompt(_ frame: inout Frame, row: Int) {
    if case .calling(let call) = screen {
      return drawCall(call, &frame, at: Point(row: row, column: 1))
    }
    guard !list.isEmpty else { return }
    let state = state(room: frame.size.columns)
    let room = max(0, frame.size.columns - state.columns - 6)
    frame.put(state, at: Point(row: row, column: frame.size.columns - state.columns - 1))
    frame.put(
      marks.prompt, at: Point(row: row, column: 1), style: isTyping ? theme.accent : theme.muted)
    let start = Point(row: row, column: 3)
    let (text, cursor) = (history?.field ?? list.field).window(room)
    if isTyping { frame.cursor = Point(row: row, column: start.column + cursor) }
    guard text.isEmpty else {
      frame.put(text, at: start, style: theme.text, limit: room)
      return
    }
    // Behind the cursor, which would make its first letter look typed.
    let hint = hint.truncated(to: max(0, room - 1), ellipsis: marks.ellipsis)
    frame.put(hint, at: Point(row: row, column: start.column + 1), style: theme.muted)
  }

  private var hint: String {
    guard history == nil else { return "find a switch" }
    if case .jumping = screen { return actsOnMarked ? "mark by a row's key" : "press a row's key" }
    let wish = role == nil ? "an account, a role, a region" : "what to assume it from"
    guard mode == .command, let key = filterKey else { return "find " + wish }
    return key + " finds " + wish
  }

  func drawCall(_ call: RunningCall, _ frame: inout Frame, at point: Point) {
    let line = call.line(list.entry(call.selectedSwitch.entry), now: now, ellipsis: marks.ellipsis)
    let room = frame.size.columns - point.column
    frame.put(
      line.truncated(to: room, ellipsis: marks.ellipsis), at: point, style: theme.title)
  }
}
