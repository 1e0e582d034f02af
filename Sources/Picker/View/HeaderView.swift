import Accounts
import Canvas

extension Model {
  /// True where something has to be said above the prompt.
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

  /// What the list is asked for a command.
  private func instruction(_ command: String) -> [Span] {
    [
      Span("Mark the entries to run ", theme.title), Span(command.cleaned, theme.accent),
      Span(" as", theme.title),
    ]
  }

  /// What the list is asked for a typed role.
  private func question(_ role: TypedRole) -> [Span] {
    [
      Span("Assume ", theme.title), Span(role.place, theme.accent),
      Span(" from which entry?", theme.title),
    ]
  }

  /// How many entries match, of how many; a number alone where the line is short.
  private func countText(isShort: Bool) -> String {
    let count = list.table.count
    guard list.found == nil else { return "\(list.matchCount)/\(count)" }
    guard !isShort else { return "\(count)" }
    return count == 1 ? "1 entry" : "\(count) entries"
  }

  /// The end of the prompt's line: what keys do, how many are marked, how many there are, and whose shell this is.
  ///
  /// The first always, the others where they leave the query its half.
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
