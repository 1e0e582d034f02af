import Accounts
import Canvas

extension Model {
  func drawHeader(_ frame: inout Frame, row: Int) {
    let count = countText
    let right = frame.size.columns - count.columns - 1
    frame.put(count, at: Point(row: row, column: right), style: theme.muted)
    let subject = notice.isEmpty ? "switch AWS account and role" : notice
    var line = [Span("Switchback", theme.title), Span("  ", theme.page)]
    if let current = list.current.map(list.entry) {
      line.append(Span("in ", theme.muted))
      line.append(
        Span(" " + current.label.displayName + " ", theme.badge(current.label.color)))
      line.append(Span("  ", theme.page))
    }
    line.append(Span(subject, notice.isEmpty ? theme.muted : theme.warning))
    frame.put(fitted(line, to: right - 3), at: Point(row: row, column: 1))
  }

  /// How many entries match, of how many.
  var countText: String {
    let all = list.entries.count
    guard list.query.isEmpty else { return "\(list.matches.count) of \(all)" }
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
