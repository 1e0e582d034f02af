import Accounts
import Canvas
import Search

extension Model {
  func drawRows(_ frame: inout Frame, _ layout: Layout, _ cache: inout RowCache) {
    let columns = RowLayout(
      list.widths, hasKeys: hasKeyColumn, hasGroups: hasGroupColumn, columns: layout.columns)
    if let row = layout.headings { drawHeadings(&frame, row, columns) }
    let top = list.top(showingSelectionIn: layout.list.count)
    let labels = jumpLabels
    var highlighter = Highlighter(list.query)
    cache.begin(self, columns)
    for (row, line) in zip(layout.list, top..<max(top, list.lineCount)) {
      let isSelected = line == list.line
      if let section = list.section(atLine: line) {
        drawHeading(of: section, &frame, row, columns, isSelected: isSelected)
      } else if let index = list.row(atLine: line) {
        draw(index, isSelected, &frame, row, columns, &highlighter, &cache)
      }
      if let label = labels[line] {
        drawJumpLabel(label, &frame, row, list.row(atLine: line).map { _ in columns })
      }
    }
    drawScrollbar(&frame, layout, top: top, of: list.lineCount)
  }

  /// Whether the rows need a column for keys.
  var hasKeyColumn: Bool { list.widths.hasKeys || !list.recents.isEmpty }

  /// Whether groups need a column because no heading shows them.
  private var hasGroupColumn: Bool { list.found != nil || !list.hasGroupHeadings }

  private func drawHeadings(_ frame: inout Frame, _ row: Int, _ columns: RowLayout) {
    func put(_ text: String, _ column: Int) {
      frame.put(text, at: Point(row: row, column: column), style: theme.muted)
    }
    put("Name", columns.name)
    for part in columns.parts
    where part.column != .session && part.column.heading.count <= part.width {
      put(part.column.heading, part.start)
    }
    if let part = columns.parts.first(where: { $0.column == .session }) {
      put("Session", part.start + part.width - 7)
    }
  }

  private func draw(
    _ index: Int, _ isSelected: Bool, _ frame: inout Frame, _ line: Int, _ columns: RowLayout,
    _ highlighter: inout Highlighter, _ cache: inout RowCache
  ) {
    guard !isSelected else {
      return draw(row(index, isSelected: true), &frame, line, columns, &highlighter)
    }
    cache.put(index, on: &frame, line: line, columns: columns.columns) { frame in
      draw(row(index, isSelected: false), &frame, line, columns, &highlighter)
    }
  }

  private func draw(
    _ row: Row, _ frame: inout Frame, _ line: Int, _ columns: RowLayout,
    _ highlighter: inout Highlighter
  ) {
    let surface = row.isSelected ? theme.selection : theme.page
    func point(_ column: Int) -> Point { Point(row: line, column: column) }
    if row.isSelected {
      let width = max(0, columns.columns - (columns.columns >= 20 ? 1 : 0))
      frame.fill(Area(point(0), Size(rows: 1, columns: width)), style: surface.fill)
    }
    drawPointer(row, &frame, point(RowLayout.pointer), surface)
    let bar = look.bar(row.entry.label.color, on: surface)
    frame.put(bar.text, at: point(RowLayout.bar), style: bar.style)
    if let key = columns.key {
      frame.put(
        row.key, at: point(key), style: row.isSelected ? surface.key : surface.muted, limit: 1)
    }
    drawTexts(row, &frame, line, columns, surface, &highlighter)
  }

  private func drawPointer(_ row: Row, _ frame: inout Frame, _ point: Point, _ surface: Surface) {
    if row.isMarked {
      frame.put(marks.mark, at: point, style: surface.marked)
    } else if row.isSelected {
      frame.put(marks.pointer, at: point, style: surface.accent)
    }
  }

  /// Draws the display name and the columns beside it.
  private func drawTexts(
    _ row: Row, _ frame: inout Frame, _ line: Int, _ columns: RowLayout, _ surface: Surface,
    _ highlighter: inout Highlighter
  ) {
    let shown = columns.parts.map { ($0, row.text($0)) }
    let ranges = highlights(row.entry.label.displayName, shown, &highlighter)
    drawName(row, &frame, Point(row: line, column: columns.name), columns.nameWidth, ranges.name)
    var last: (end: Int, style: Style)?
    for (index, (part, text)) in shown.enumerated() where !text.isEmpty {
      let style = style(part.column, row, surface)
      let spans = styled(text, ranges.parts[index], style, surface.match)
        .fitted(to: part, ellipsis: marks.ellipsis)
      let indent = part.column == .session ? part.width - spans.columns : 0
      let start = part.start + indent
      // Blanks between two texts of one style take that style too: each change of style costs
      // bytes.
      if let last, last.style == style, style.isPlainOnBlanks {
        let gap = Area(row: line, column: last.end, rows: 1, columns: start - last.end)
        frame.fill(gap, style: style)
      }
      frame.put(spans, at: Point(row: line, column: start))
      last = (start + spans.columns, style)
    }
  }

  private func drawName(
    _ row: Row, _ frame: inout Frame, _ start: Point, _ width: Int, _ ranges: [Range<String.Index>]
  ) {
    // The background marks the selected row: one signal is enough.
    let surface = row.isSelected ? theme.selection : theme.page
    let style = row.isSelected ? surface.title : surface.text
    let spans = styled(row.entry.label.displayName, ranges, style, surface.match)
    frame.put(spans.truncatedInMiddle(to: width, ellipsis: marks.ellipsis), at: start)
  }

  private func style(_ column: ListColumn, _ row: Row, _ surface: Surface) -> Style {
    switch column {
    case .role: surface.text
    case .account, .region, .group: surface.muted
    case .state: row.flags == [.broken] ? surface.danger : surface.muted
    case .session: row.sessionLeft ?? 600 < 600 ? surface.warning : surface.muted
    }
  }
}

extension [Span] {
  /// The spans truncated to a column.
  ///
  /// An account is truncated at its start, since accounts differ most at their ends.
  fileprivate func fitted(to part: RowLayout.Part, ellipsis: String) -> [Span] {
    switch part.column {
    case .account: truncatedAtStart(to: part.width, ellipsis: ellipsis)
    case .state, .role, .session, .region, .group:
      truncated(to: part.width, ellipsis: ellipsis)
    }
  }
}

extension Style {
  /// Whether a blank looks the same with and without the style.
  fileprivate var isPlainOnBlanks: Bool { attributes.isDisjoint(with: [.underline, .reverse]) }
}

extension Model {
  /// The ranges of the name and of the columns that the query matches.
  private func highlights(
    _ name: String, _ parts: [(part: RowLayout.Part, text: String)],
    _ highlighter: inout Highlighter
  ) -> (name: [Range<String.Index>], parts: [[Range<String.Index>]]) {
    guard !list.query.isEmpty else { return ([], parts.map { _ in [] }) }
    var texts: [(field: EntryTable.Field, text: String)] = [(.displayName, name)]
    texts += parts.compactMap { part, text in part.column.field.map { ($0, text) } }
    var found = highlighter.highlights(in: texts)[...]
    let ranges = found.removeFirst()
    return (ranges, parts.map { $0.part.column.field == nil ? [] : found.removeFirst() })
  }

  /// The text as spans, with the matches of the query in another style.
  func styled(
    _ text: String, _ ranges: [Range<String.Index>], _ style: Style, _ match: Style
  ) -> [Span] {
    var spans: [Span] = []
    var rest = text.startIndex
    for range in ranges {
      spans.append(Span(String(text[rest..<range.lowerBound]), style))
      spans.append(Span(String(text[range]), match))
      rest = range.upperBound
    }
    return spans + [Span(String(text[rest...]), style)]
  }
}
