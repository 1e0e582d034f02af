import Canvas
import Shells

extension Table {
  /// The header, the rows and their reasons, each in a line that fits the window where the columns allow it.
  func drawn(_ look: TableLook) -> String {
    guard !rows.isEmpty else { return "" }
    let hasBar = rows.contains { $0.cells.first?.tone.bar(look.colors) != nil }
    let fitted = FittedColumns(self, in: look.columns, bar: hasBar ? 2 : 0)
    let heading = fitted.places.map { Cell(text: columns[$0].title) }
    let header = (hasBar ? "  " : "") + line(heading, fitted, look)
    let body = rows.map { row in
      let bar = hasBar ? row.cells.first?.tone.bar(look.colors) ?? "  " : ""
      return bar + line(fitted.places.map { row.cells[$0] }, fitted, look)
        + (row.reason.map { indented($0, in: look.columns) } ?? "")
    }
    return emphasized(header, look) + body.joined()
  }

  private func line(_ cells: [Cell], _ fitted: FittedColumns, _ look: TableLook) -> String {
    var text = ""
    var owed = 0
    for (cell, width) in zip(cells, fitted.widths) {
      // A name that may not be cut stands out of its column.
      let isCut = cell.text.columns > width && width > 1
      let shown = isCut ? cell.text.truncated(to: width) : cell.text
      if !shown.isEmpty {
        text += String(repeating: " ", count: owed) + cell.tone.painted(shown, look)
      }
      if !shown.isEmpty { owed = 0 }
      owed += max(0, width - shown.columns) + 2
    }
    return text + "\n"
  }

  private func emphasized(_ header: String, _ look: TableLook) -> String {
    look.colors == .unstyled ? header : "\u{1B}[1m" + header.dropLast() + "\u{1B}[0m\n"
  }
}

/// Lines below a row: indented and broken at words; lines with an indent or a dash of their own keep it.
func indented(_ reason: String, in columns: Int) -> String {
  reason.split(whereSeparator: \.isNewline).map { line in
    let own = line.prefix { $0 == " " }.count
    let indent = String(repeating: " ", count: 4 + own)
    let text = String(line.dropFirst(own))
    // The text of a point is aligned behind its dash on every line.
    let hanging = text.hasPrefix("- ") ? "  " : ""
    return indent
      + text.wrappedAtWords(to: max(12, columns - indent.count - hanging.count))
      .replacing("\n", with: "\n" + indent + hanging) + "\n"
  }.joined()
}

extension Table.Tone {
  /// A column of the entry's colour, and a space; nil where there is none to show.
  fileprivate func bar(_ colors: LabelColors) -> String? {
    guard case .label = self, let sequence = sequence(colors) else { return nil }
    return sequence + " \u{1B}[0m "
  }

  fileprivate func painted(_ text: String, _ look: TableLook) -> String {
    if case .label = self { return text }
    guard let sequence = sequence(look.colors) else { return text }
    return sequence + text + "\u{1B}[0m"
  }
}
