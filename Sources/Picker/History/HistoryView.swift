import Accounts
import Canvas
import Search
import Text

extension Model {
  func draw(_ history: History, _ frame: inout Frame, _ layout: Layout) {
    guard history.lineCount > 0 else { return drawNoSwitch(history, &frame, layout) }
    let columns = HistoryLayout(history, columns: layout.columns)
    if let row = layout.headings {
      for part in columns.parts {
        let point = Point(row: row, column: part.start)
        frame.put(part.column.heading, at: point, style: theme.muted, limit: part.width)
      }
    }
    let top = history.top(showingSelectionIn: layout.list.count)
    for (row, number) in zip(layout.list, top..<history.lineCount) {
      guard let line = line(number, of: history) else { continue }
      draw(line, of: history, &frame, row, columns)
    }
    drawScrollbar(&frame, layout, top: top, of: history.lineCount)
  }

  private func drawNoSwitch(_ history: History, _ frame: inout Frame, _ layout: Layout) {
    let text =
      history.count == 0
      ? "No switches yet." : "Nothing matches. Esc clears the query."
    let lines = [text, history.query.complaint(found: nil)].compactMap(\.self)
      .flatMap { $0.wrapped(to: frame.size.columns - 4) }
    for (row, text) in zip(layout.list, lines) {
      frame.put(text, at: Point(row: row, column: 3), style: theme.text)
    }
  }

  private func line(_ number: Int, of history: History) -> HistoryLine? {
    guard let row = history.row(atLine: number) else { return nil }
    let historyRow = history.table.rows[row]
    return HistoryLine(
      row: row, record: historyRow.record, entryState: entryState(of: historyRow.record.entry),
      isSelected: number == history.line, isMarked: history.marked.contains(historyRow.id))
  }

  func entryState(of name: String) -> HistoryLine.EntryState {
    if let row = list.table.row(named: name) { return .exists(list.entry(row).label) }
    return RoleReference.looksLikeReference(name) ? .role : .missing
  }

  /// The end of the prompt line: the number of switches and of marked ones.
  func state(of history: History, room: Int) -> [Span] {
    let marked = history.marked.isEmpty ? "" : "\(history.marked.count) marked  "
    let count = (history.query.isEmpty ? "" : "\(history.lineCount)/") + "\(history.count)"
    let noun = history.count == 1 ? " switch" : " switches"
    let mode = modeName.isEmpty ? [] : modeName + [Span("  ", theme.muted)]
    let state = mode + [Span(marked, theme.marked), Span(count + noun, theme.muted)]
    return state.columns <= room / 2 ? state : [Span(count, theme.muted)]
  }
}
