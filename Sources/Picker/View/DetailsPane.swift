import Canvas

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
