import Accounts
import Canvas

extension Model {
  /// What a row has no room for, of the selected entry.
  func drawDetails(_ frame: inout Frame, _ area: Area) {
    drawRule(&frame, area)
    guard let selected = list.selected else { return }
    let isBeside = area.origin.column > 0
    let start = Point(
      row: area.origin.row + (isBeside ? 0 : 1), column: area.origin.column + (isBeside ? 2 : 1))
    let room = area.size.columns - (isBeside ? 3 : 2)
    for (offset, detail) in details(of: list.entry(selected)).enumerated()
    where offset < area.size.rows - (isBeside ? 0 : 1) {
      let row = start.row + offset
      frame.put(detail.label, at: Point(row: row, column: start.column), style: theme.muted)
      let text = detail.text.truncated(to: room - 10, ellipsis: marks.ellipsis)
      frame.put(text, at: Point(row: row, column: start.column + 10), style: theme.text)
    }
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

  private func details(of entry: Entry) -> [(label: String, text: String)] {
    var notes = [entry.kind.words]
    if entry.label.readOnly { notes.append("read-only") }
    if entry.label.confirm { notes.append("asks for its name first") }
    if entry.hasMFA { notes.append("with an MFA code") }
    return [
      (entry.isProfile ? "Profile" : "Entry", entry.name.cleaned),
      ("Through", notes.joined(separator: ", ")), ("Role", entry.roleARN?.cleaned ?? ""),
      ("From", "\(entry.origin.file.cleaned):\(entry.origin.line)"),
    ].filter { !$0.text.isEmpty }
  }
}
