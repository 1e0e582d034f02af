import Accounts
import Canvas
import Search
import Text

extension Model {
  /// Whether there is a line above the prompt.
  var hasHeader: Bool { !header.isEmpty }

  private var header: [Span] {
    if history == nil, let role { return question(role) }
    if case .each(let command) = purpose { return instruction(command) }
    if let lesson, history == nil { return text(of: lesson) }
    return notice.isEmpty ? [] : [Span(notice, theme.text)]
  }

  func drawHeader(_ frame: inout Frame, row: Int) {
    frame.put(
      header.truncated(to: frame.size.columns - 2, ellipsis: marks.ellipsis),
      at: Point(row: row, column: 1))
  }

  /// The instruction to mark entries for a command.
  private func instruction(_ command: String) -> [Span] {
    [
      Span("Mark the entries to run ", theme.title), Span(command.cleaned, theme.accent),
      Span(" as", theme.title),
    ]
  }

  /// The question for the entry to assume a typed role from.
  private func question(_ role: TypedRole) -> [Span] {
    [
      Span("Assume ", theme.title), Span(role.place, theme.accent),
      Span(" from which entry?", theme.title),
    ]
  }

  /// The number of matches and entries; a number only on a short line.
  private func countText(isShort: Bool) -> String {
    let count = list.table.count
    guard list.found == nil else { return "\(list.matchCount)/\(count)" }
    guard !isShort else { return "\(count)" }
    return count == 1 ? "1 entry" : "\(count) entries"
  }

  /// The end of the prompt line: the mode, the number of marked entries, the number of entries, and
  /// the entry of this shell.
  ///
  /// The first part is always shown, the others only if half of the line is left to the query.
  func state(room: Int) -> [Span] {
    if let history { return state(of: history, room: room) }
    if historyState == .loading(isSlow: true) {
      return [Span("reading the history" + marks.ellipsis, theme.muted)]
    }
    let reading = isOutdated ? "reading" + marks.ellipsis + "  " : ""
    let count = [Span(reading + countText(isShort: room < 60), theme.muted)]
    let parts = [modeName, markedCount, count, place].filter { !$0.isEmpty }
    return parts.dropFirst().reduce(parts[0]) { line, part in
      let longer = line + [Span("  ", theme.muted)] + part
      return longer.columns <= room / 2 ? longer : line
    }
  }

  private var place: [Span] {
    guard let current = list.current.map(list.entry) else { return [] }
    let name = current.label.displayName.truncated(to: 24, ellipsis: marks.ellipsis)
    return [Span("in ", theme.muted), Span(" " + name + " ", theme.badge(current.label.color))]
  }
}

extension Model {
  /// Draws the query, or the state of a running call, and the number of entries after it.
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
    // The hint starts after the cursor, which would make its first letter look typed.
    let hint = hint.truncated(to: max(0, room - 1), ellipsis: marks.ellipsis)
    frame.put(hint, at: Point(row: row, column: start.column + 1), style: theme.muted)
  }

  private var hint: String {
    if history != nil {
      guard mode == .command, let key = filterKey else { return "find a switch" }
      return key + " finds a switch"
    }
    if case .jumping = screen { return actsOnMarked ? "mark by a row's key" : "press a row's key" }
    let subject = role == nil ? "an account, a role, a region" : "what to assume it from"
    guard mode == .command, let key = filterKey else { return "find " + subject }
    return key + " finds " + subject
  }

  func drawCall(_ call: RunningCall, _ frame: inout Frame, at point: Point) {
    let line = call.line(list.entry(call.selectedSwitch.entry), now: now, ellipsis: marks.ellipsis)
    let room = frame.size.columns - point.column
    frame.put(
      line.truncated(to: room, ellipsis: marks.ellipsis), at: point, style: theme.title)
  }
}

extension Model {
  /// Whether typing goes to the filter.
  var isTyping: Bool {
    if case .jumping = screen { false } else { mode == .filter }
  }

  /// The name of the mode, if there is more than one.
  var modeName: [Span] {
    if case .jumping = screen { return [Span("jump", theme.accent)] }
    guard keymap.isVi else { return [] }
    return [Span(mode == .command ? "command" : "filter", theme.accent)]
  }

  var markedCount: [Span] {
    list.marked.isEmpty ? [] : [Span("\(list.marked.count) marked", theme.marked)]
  }

  /// The key that opens the filter while bare keys are commands.
  var filterKey: String? {
    keymap.bindings.first { $0.action == .filter }.flatMap(shortLabel)
  }

  /// The key of a binding in the current context, as the footer shows it.
  func shortLabel(_ binding: Binding) -> String? {
    if binding.action == .help, opensHelpByMark(in: context) { return "?" }
    return binding.shortLabel(marks, in: context)
  }

  /// The place of the terminal's cursor while there is no text input: the current row, which screen
  /// readers then read.
  func pointerPlace(_ layout: Layout) -> Point? {
    guard history == nil ? list.hasMatches : history?.selected != nil, !layout.list.isEmpty,
      layout.columns > 0
    else { return nil }
    let rows = layout.list.count
    let top = history?.top(showingSelectionIn: rows) ?? list.top(showingSelectionIn: rows)
    let row = layout.list.lowerBound + (history?.line ?? list.line) - top
    return layout.list.contains(row) ? Point(row: row, column: RowLayout.pointer) : nil
  }
}
