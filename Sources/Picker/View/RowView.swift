import Accounts
import Canvas

extension Model {
  func drawRows(_ frame: inout Frame, _ layout: Layout) {
    let hasKeys = list.widths.hasKeys || !list.recents.isEmpty
    let columns = RowLayout(list.widths, hasKeys: hasKeys, columns: frame.size.columns)
    if let row = layout.headings { drawHeadings(&frame, row, columns) }
    let top = list.top(showingSelectionIn: layout.list.count)
    for (row, line) in zip(layout.list, top..<max(top, list.lineCount)) {
      if let section = list.section(atLine: line) {
        drawHeading(of: section, &frame, row, isSelected: line == list.line)
      } else if let index = list.row(atLine: line) {
        draw(self.row(index), &frame, row, columns)
      }
    }
  }

  private func drawHeadings(_ frame: inout Frame, _ row: Int, _ columns: RowLayout) {
    func put(_ text: String, _ column: Int) {
      frame.put(text, at: Point(row: row, column: column), style: theme.muted)
    }
    if let keys = columns.keys { put("Alt", keys) }
    put("Name", columns.name)
    for part in columns.parts { put(part.column.heading, part.start) }
  }

  private func draw(_ row: Row, _ frame: inout Frame, _ line: Int, _ columns: RowLayout) {
    func point(_ column: Int) -> Point { Point(row: line, column: column) }
    let badge = theme.badge(row.entry.label.color)
    if row.isSelected {
      frame.put(marks.pointer, at: point(columns.pointer), style: theme.accent)
    }
    if let keys = columns.keys {
      frame.put(row.keys, at: point(keys), style: theme.key, limit: RowLayout.keysWidth)
    }
    frame.fill(
      Area(point(columns.swatch), Size(rows: 1, columns: RowLayout.swatchWidth)), style: badge)
    drawName(row, &frame, point(columns.name), columns.nameWidth)
    for part in columns.parts {
      let text = row.text(part.column, part.width).truncated(
        to: part.width, ellipsis: marks.ellipsis)
      let indent = part.column == .session ? part.width - text.columns : 0
      let start = point(part.start + indent)
      let match = part.column == .access ? style(part.column, row) : theme.match
      frame.put(highlighted(text, style(part.column, row), match), at: start)
    }
  }

  /// The display name; on its account's colour, with a blank either side, where it is selected.
  private func drawName(_ row: Row, _ frame: inout Frame, _ start: Point, _ width: Int) {
    let text = row.entry.label.displayName.truncated(to: width, ellipsis: marks.ellipsis)
    guard row.isSelected else {
      frame.put(highlighted(text, theme.text, theme.match), at: start)
      return
    }
    let badge = theme.badge(row.entry.label.color)
    var match = badge
    match.attributes.insert(.underline)
    let spans = [Span(" ", badge)] + highlighted(text, badge, match) + [Span(" ", badge)]
    frame.put(spans, at: Point(row: start.row, column: start.column - 1))
  }

  private func style(_ column: Column, _ row: Row) -> Style {
    switch column {
    case .access, .account, .role: theme.text
    case .region, .group: theme.muted
    case .session: (row.secondsLeft ?? 0) < 600 ? theme.warning : theme.ok
    }
  }

  private func drawHeading(
    of section: Int, _ frame: inout Frame, _ row: Int, isSelected: Bool
  ) {
    frame.put("section \(section)", at: Point(row: row, column: 2), style: theme.muted)
  }

  /// The text in spans, what the query found in it in another style.
  private func highlighted(_ text: String, _ style: Style, _ match: Style) -> [Span] {
    [Span(text, style)]
  }
}
