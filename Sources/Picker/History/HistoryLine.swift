import Accounts
import Canvas
import Search

/// One row of the history as it is drawn.
struct HistoryLine: Equatable {
  /// The row of the table.
  var row: Int
  var record: SwitchRecord
  var entryState: EntryState
  var isSelected: Bool
  var isMarked: Bool

  /// Whether the entry still exists.
  enum EntryState: Equatable {
    case exists(Label)
    /// There is no entry: the role was typed.
    case role
    case missing
  }

  /// How the switch ended.
  enum Status: Equatable {
    case running
    case ended(Int)
    /// The shell switched to another entry, or to none.
    case replaced(SwitchRecord.EndReason)
    /// It no longer runs, and how it ended is not known.
    case unknown
    /// There is no process, for example after an export of credentials.
    case none
  }

  var status: Status {
    if let reason = record.endReason { return .replaced(reason) }
    if let status = record.exitStatus { return .ended(status) }
    switch record.method {
    case .shell, .exec, .each: return record.isRunning ? .running : .unknown
    case .console, .export: return .none
    }
  }
}

extension HistoryLine {
  /// The text of a part of the row, before it is truncated.
  func text(_ part: HistoryLayout.Part, of table: EntryTable) -> String {
    let text = part.column.field.flatMap { table.text($0, ofRow: row) } ?? ""
    switch part.column {
    case .time: return text.time(part.width)
    case .status: return status.text
    case .name, .account, .role, .how, .region: return text
    }
  }
}

extension HistoryLine.Status {
  var text: String {
    switch self {
    case .running: "running"
    case .ended(0): "exit 0"
    case .ended(let status): "exit \(status)"
    case .replaced(.switched): "switched"
    case .replaced(.off): "off"
    case .unknown: "ended"
    case .none: ""
    }
  }
}

extension String {
  /// A time in this many columns.
  ///
  /// From `today 2026-01-31 23:59` it takes `today 23:59`. If there is no room for a date and a
  /// time, it takes the shortest part that identifies it: `23:59`.
  fileprivate func time(_ columns: Int) -> String {
    let words = split(separator: " ")
    guard columns < 16 else { return words.count == 3 ? "\(words[0]) \(words[2])" : self }
    return String((words.first == "today" ? words.last : words.first) ?? "")
  }
}

extension Model {
  func draw(
    _ line: HistoryLine, of history: History, _ frame: inout Frame, _ row: Int,
    _ columns: HistoryLayout
  ) {
    let surface = line.isSelected ? theme.selection : theme.page
    func point(_ column: Int) -> Point { Point(row: row, column: column) }
    if line.isSelected {
      let width = max(0, columns.columns - (columns.columns >= 20 ? 1 : 0))
      frame.fill(Area(point(0), Size(rows: 1, columns: width)), style: surface.fill)
    }
    if line.isMarked {
      frame.put(marks.mark, at: point(RowLayout.pointer), style: surface.marked)
    } else if line.isSelected {
      frame.put(marks.pointer, at: point(RowLayout.pointer), style: surface.accent)
    }
    if case .exists(let label) = line.entryState {
      let bar = look.bar(label.color, on: surface)
      frame.put(bar.text, at: point(RowLayout.bar), style: bar.style)
    }
    let texts = columns.parts.map { ($0.column.field, line.text($0, of: history.table.table)) }
    let ranges = highlights(of: history.query, in: texts)
    for (index, part) in columns.parts.enumerated() {
      let text = (texts[index].1, ranges[index])
      draw(text, line, &frame, point(part.start), part, surface)
    }
  }

  private typealias FoundText = (text: String, ranges: [Range<String.Index>])

  private func draw(
    _ found: FoundText, _ line: HistoryLine, _ frame: inout Frame, _ point: Point,
    _ part: HistoryLayout.Part, _ surface: Surface
  ) {
    switch (part.column, line.entryState) {
    case (.name, .exists(let label)) where line.isSelected:
      let name = badge(found, label.color, part.width)
      frame.put(name, at: Point(row: point.row, column: point.column - 1))
    case (.name, .missing):
      let suffix = [Span(HistoryLayout.missingSuffix, surface.muted)]
      let name = styled(found.text, found.ranges, surface.muted, surface.match).truncatedInMiddle(
        to: max(0, part.width - suffix.columns), ellipsis: marks.ellipsis)
      frame.put(name + suffix, at: point, limit: part.width)
    case (.name, _):
      let name = styled(found.text, found.ranges, surface.text, surface.match)
      frame.put(name.truncatedInMiddle(to: part.width, ellipsis: marks.ellipsis), at: point)
    default:
      let style = style(part.column, line, surface)
      let text = styled(found.text, found.ranges, style, surface.match)
      frame.put(text.truncated(to: part.width, ellipsis: marks.ellipsis), at: point)
    }
  }

  /// A name on the entry's colour, with a blank on either side.
  private func badge(_ name: FoundText, _ color: Color, _ width: Int) -> [Span] {
    let badge = theme.badge(color)
    var match = badge
    match.attributes.insert(.underline)
    let edge = [Span(" ", badge)]
    let text = styled(name.text, name.ranges, badge, match)
    return edge + text.truncatedInMiddle(to: width, ellipsis: marks.ellipsis) + edge
  }

  private func style(_ column: HistoryColumn, _ line: HistoryLine, _ surface: Surface) -> Style {
    switch (column, line.status) {
    case (.time, _), (.role, _): line.entryState == .missing ? surface.muted : surface.text
    case (.status, .running): surface.ok
    case (.status, .ended(let status)) where status != 0: surface.warning
    default: surface.muted
    }
  }

  /// The ranges of the texts that a query matches; none in a text that belongs to no field.
  private func highlights(
    of query: Query, in texts: [(field: EntryTable.Field?, text: String)]
  ) -> [[Range<String.Index>]] {
    var ranges = query.highlights(
      in: texts.compactMap { text in text.field.map { ($0, text.text) } })[...]
    return texts.map { $0.field == nil ? [] : ranges.removeFirst() }
  }
}
