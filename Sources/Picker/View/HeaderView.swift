import Accounts
import Canvas

extension Model {
  func drawHeader(_ frame: inout Frame, row: Int) {
    if let role { return drawQuestion(role, &frame, row: row) }
    let count = countText
    let right = frame.size.columns - count.columns - 1
    frame.put(count, at: Point(row: row, column: right), style: theme.muted)
    let subject = notice.isEmpty ? "switch AWS account and role" : notice
    var line = [Span("Switchback", theme.title), Span("  ", theme.page.fill)]
    if let current = list.current.map(list.entry) {
      line.append(Span("in ", theme.muted))
      line.append(
        Span(" " + current.label.displayName + " ", theme.badge(current.label.color)))
      line.append(Span("  ", theme.page.fill))
    }
    line.append(Span(subject, notice.isEmpty ? theme.muted : theme.warning))
    frame.put(fitted(line, to: right - 3), at: Point(row: row, column: 1))
  }

  /// What the list is asked for a typed role; the count goes first where there is no room for both.
  private func drawQuestion(_ role: TypedRole, _ frame: inout Frame, row: Int) {
    let question = [
      Span("Assume ", theme.title), Span(role.place, theme.accent),
      Span(" from which entry?", theme.title),
    ]
    let width = question.reduce(0) { $0 + $1.text.columns }
    let right = frame.size.columns - countText.columns - 1
    frame.put(fitted(question, to: frame.size.columns - 1), at: Point(row: row, column: 1))
    guard width + 3 < right else { return }
    frame.put(countText, at: Point(row: row, column: right), style: theme.muted)
  }

  /// How many entries match, of how many.
  var countText: String {
    let all = list.table.count
    guard list.query.isEmpty else { return "\(list.matchCount) of \(all)" }
    return all == 1 ? "1 entry" : "\(all) entries"
  }

  /// The line, its last shown span ending in an ellipsis where it is too long.
  func fitted(_ line: [Span], to columns: Int) -> [Span] {
    var room = columns
    return line.compactMap { span in
      guard room > 0 else { return nil }
      let text = span.text.truncated(to: room, ellipsis: marks.ellipsis)
      room -= span.text.columns
      return Span(text, span.style)
    }
  }
}
