import Accounts
import Canvas

extension Model {
  /// What a row has no room for, of the selected entry.
  func drawDetails(_ frame: inout Frame, rows: Range<Int>) {
    guard let first = rows.first, let selected = list.selected else { return }
    let entry = list.entry(selected)
    let room = frame.size.columns - 2
    let rule = String(repeating: marks.rule, count: room)
    frame.put(rule, at: Point(row: first, column: 1), style: theme.border)
    for (row, detail) in zip(rows.dropFirst(), details(of: entry)) {
      frame.put(detail.label, at: Point(row: row, column: 1), style: theme.muted)
      let text = detail.text.truncated(to: room - 10, ellipsis: marks.ellipsis)
      frame.put(text, at: Point(row: row, column: 11), style: theme.text)
    }
  }

  private func details(of entry: Entry) -> [(label: String, text: String)] {
    var notes = [entry.kind.words]
    if entry.label.readOnly { notes.append("read-only") }
    if entry.label.confirm { notes.append("asks for its name first") }
    let origin = "\(entry.origin.file.cleaned), line \(entry.origin.line)"
    return [
      (entry.isProfile ? "Profile" : "Entry", entry.name.cleaned),
      ("Through", (notes + [entry.roleARN?.cleaned].compactMap(\.self)).joined(separator: ", ")),
      ("From", origin),
    ]
  }
}
