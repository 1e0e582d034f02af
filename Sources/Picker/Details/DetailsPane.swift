import Accounts
import Canvas
import Search
import Text

/// The lines of the details in the area that the layout gives them.
struct DetailsPane {
  let area: Area
  let lines: [[Span]]
  /// The number of lines shown at once.
  let rows: Int
  /// The first line shown.
  let top: Int

  /// The largest value of `top`.
  var lastTop: Int { max(0, lines.count - rows) }
  var isBeside: Bool { area.origin.column > 0 }

  /// The start of a line, after the rule at the left of the area or above it.
  func start(_ row: Int) -> Point {
    Point(
      row: area.origin.row + (isBeside ? 0 : 1) + row,
      column: area.origin.column + (isBeside ? 2 : 1))
  }
}

extension Model {
  /// The pane of the details, or nil if they are not shown.
  func detailsPane(_ size: Size) -> DetailsPane? {
    layout(size).details.map(detailsPane)
  }

  func detailsPane(in area: Area) -> DetailsPane {
    let isBeside = area.origin.column > 0
    let rows = area.size.rows - (isBeside ? 0 : 1)
    // The user reads a pane with fewer rows at a glance, or not at all.
    let lines = detailLines(width: area.size.columns - (isBeside ? 3 : 2), isBrief: rows < 12)
    // Beside the list the last row says that there are more lines; below the list the rule does.
    let shown = max(0, isBeside && lines.count > rows ? rows - 1 : rows)
    let top = detailsScroll?.entry == selectedName ? detailsScroll?.top ?? 0 : 0
    return DetailsPane(
      area: area, lines: lines, rows: shown, top: min(top, max(0, lines.count - shown)))
  }
}

extension Model {
  /// Draws the details of the selected entry.
  func drawDetails(_ frame: inout Frame, _ area: Area) {
    drawRule(&frame, area)
    let pane = detailsPane(in: area)
    let room = area.size.columns - (pane.isBeside ? 3 : 2)
    for (row, line) in pane.lines.dropFirst(pane.top).prefix(pane.rows).enumerated() {
      frame.put(line, at: pane.start(row), limit: room)
    }
    if pane.lastTop > 0 { drawPosition(pane, &frame, room: room) }
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

  /// Draws a note that there are more lines, with the key that scrolls to them.
  private func drawPosition(_ pane: DetailsPane, _ frame: inout Frame, room: Int) {
    let motion: Motion = pane.top < pane.lastTop ? .down : .up
    let key = keymap.bindings.first { $0.action == .scrollDetails(motion) }.flatMap(shortLabel)
    let line = [
      Span(" ", theme.page.fill), Span(key ?? "", theme.key),
      Span(motion == .down ? " more details " : " back ", theme.muted),
    ]
    guard line.columns < room else { return }
    let row = pane.isBeside ? pane.area.size.rows - 1 : 0
    let end = pane.start(0).column + room
    frame.put(line, at: Point(row: pane.area.origin.row + row, column: end - line.columns))
  }
}

extension Model {
  /// The name of the entry whose details should be loaded once the cursor rests on it; nil if all
  /// shown details are loaded.
  package var wantsDetails: String? {
    guard let row = list.selected, layout(size).details != nil else { return nil }
    let entry = list.entry(row)
    return loadedDetails?.entry == entry ? nil : entry.name
  }

  /// Stores loaded details, unless the cursor has moved on.
  mutating func show(_ details: Details, of name: String) {
    guard let row = list.selected, selectedName == name else { return }
    let entry = list.entry(row)
    loadedDetails = LoadedDetails(
      entry: entry, details: details.cleaned,
      others: entry.accountID.map { otherEntries(of: $0, besides: row) })
  }

  /// The other entries of an account, with the display names of the first few.
  private func otherEntries(of account: String, besides row: Int) -> OtherEntries {
    let rows = list.table.rows(ofAccount: account).filter { $0 != row }
    return OtherEntries(
      names: rows.prefix(6).map { list.entry($0).label.displayName }, count: rows.count)
  }

  mutating func toggleDetails() -> [Effect] {
    showsDetails.toggle()
    guard showsDetails, layout(size).details == nil else { return [] }
    return refuse("There is no room for the details: they need 24 rows, or a wider window.")
  }

  mutating func scrollDetails(_ motion: Motion) -> [Effect] {
    guard let pane = detailsPane(size), let name = selectedName else { return [.ring] }
    let top = motion.applied(to: pane.top, page: max(1, pane.rows), count: pane.lastTop + 1)
    detailsScroll = DetailsScroll(entry: name, top: top)
    return []
  }

  var selectedName: String? { list.selected.map { list.entry($0).name } }
}

/// How far the details of an entry are scrolled.
///
/// The details of any other entry begin at their first line.
struct DetailsScroll: Equatable, Sendable {
  var entry: String
  /// The first line shown.
  var top: Int
}
