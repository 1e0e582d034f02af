import Accounts
import Canvas
import Search
import Text

/// The details' lines in the place that the layout has for them.
struct DetailsPane {
  let area: Area
  let lines: [[Span]]
  /// How many lines are shown at once.
  let rows: Int
  /// The first line shown.
  let top: Int

  /// The furthest that `top` goes.
  var lastTop: Int { max(0, lines.count - rows) }
  var isBeside: Bool { area.origin.column > 0 }

  /// Where a line begins: behind the rule that the area has at its left or above.
  func start(_ row: Int) -> Point {
    Point(
      row: area.origin.row + (isBeside ? 0 : 1) + row,
      column: area.origin.column + (isBeside ? 2 : 1))
  }
}

extension Model {
  /// Nil where the details are not shown.
  func detailsPane(_ size: Size) -> DetailsPane? {
    layout(size).details.map(detailsPane)
  }

  func detailsPane(in area: Area) -> DetailsPane {
    let isBeside = area.origin.column > 0
    let rows = area.size.rows - (isBeside ? 0 : 1)
    // Fewer rows than this are read at a glance, or not at all.
    let lines = detailLines(width: area.size.columns - (isBeside ? 3 : 2), isBrief: rows < 12)
    // Beside the list the last row says that there is more; below it the rule does.
    let shown = max(0, isBeside && lines.count > rows ? rows - 1 : rows)
    let top = detailsScroll?.entry == selectedName ? detailsScroll?.top ?? 0 : 0
    return DetailsPane(
      area: area, lines: lines, rows: shown, top: min(top, max(0, lines.count - shown)))
  }
}

extension Model {
  /// What a row has no room for, of the selected entry.
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

  /// That there are more lines, and the key that shows them.
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
  /// The entry whose details are to be found out once the cursor rests on it; nil where all that is shown is known.
  package var wantsDetails: String? {
    guard let row = list.selected, layout(size).details != nil else { return nil }
    let entry = list.entry(row)
    return loadedDetails?.entry == entry ? nil : entry.name
  }

  /// Keeps what was found out, unless the cursor has gone on.
  mutating func show(_ details: Details, of name: String) {
    guard let row = list.selected, selectedName == name else { return }
    let entry = list.entry(row)
    loadedDetails = LoadedDetails(
      entry: entry, details: details.cleaned,
      others: entry.accountID.map { otherEntries(of: $0, besides: row) })
  }

  /// Other entries of an account, the first of them by their display names.
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

/// How far the details of an entry are scrolled; another's begin at their first line.
struct DetailsScroll: Equatable, Sendable {
  var entry: String
  /// The first line shown.
  var top: Int
}

extension Model {
  mutating func copy(_ what: Copying) -> [Effect] {
    guard let row = list.selected else { return [.ring] }
    do {
      let text = try list.entry(row).text(what)
      remark = "copied \(text.cleaned)"
      return [.copy(text)]
    } catch {
      return refuse("\(error)")
    }
  }

  /// Refuses a key, and says why.
  private mutating func refuse(_ why: String) -> [Effect] {
    remark = why
    return [.ring]
  }
}

extension Entry {
  /// What is copied of the entry; throws a sentence where there is no such thing.
  fileprivate func text(_ what: Copying) throws -> String {
    switch what {
    case .account:
      guard let accountID else { throw NotAvailableError(what: "No account ID for this entry.") }
      return accountID
    case .role:
      guard let roleARN else { throw NotAvailableError(what: "No role ARN for this entry.") }
      return roleARN.cleaned
    case .link: return try switchRoleLink()
    }
  }
}

/// What is not there to be copied.
private struct NotAvailableError: Error, CustomStringConvertible {
  var description: String

  init(what description: String) { self.description = description }
}
