import Accounts
package import Canvas
import Text

extension ThemePreview {
  /// The frame to show, for any size.
  package func view(_ size: Size) -> Frame {
    let look = look
    let layout = PreviewLayout(self, size)
    var frame = Frame(size, fill: look.theme.page.fill)
    if let row = layout.header { drawHeader(look, &frame, row) }
    drawNames(look, &frame, layout.names)
    drawRule(look, &frame, layout.rule)
    drawSample(look, &frame, layout.sample)
    if let row = layout.footer { drawFooter(look, &frame, row) }
    if look.ascii { frame.keepASCII() }
    return frame
  }

  /// The index of the first name shown.
  func top(showing rows: Int) -> Int {
    max(0, min(place - rows / 2, themes.count - rows))
  }

  private func drawHeader(_ look: Look, _ frame: inout Frame, _ row: Int) {
    let theme = look.theme
    let count = "\(place + 1) of \(themes.count)"
    let right = frame.size.columns - count.columns - 1
    frame.put(count, at: Point(row: row, column: right), style: theme.muted)
    let room = max(0, right - 11)
    let about = about.truncated(to: room, ellipsis: look.marks.ellipsis)
    frame.put(
      [Span("Themes", theme.title), Span("  " + about, theme.muted)],
      at: Point(row: row, column: 1), limit: right - 3)
  }

  /// The scheme's own description.
  private var about: String {
    guard let scheme = shown?.scheme else { return "" }
    let author = scheme.author.map { "by " + $0.cleaned }
    return [scheme.name.cleaned, scheme.variant?.rawValue, author].compactMap(\.self)
      .joined(separator: ", ")
  }

  private func drawNames(_ look: Look, _ frame: inout Frame, _ area: Area) {
    let top = top(showing: area.size.rows)
    for (line, place) in themes.indices.dropFirst(top).prefix(area.size.rows).enumerated() {
      let surface = place == self.place ? look.theme.selection : look.theme.page
      let start = Point(row: area.origin.row + line, column: area.origin.column)
      frame.fill(Area(start, Size(rows: 1, columns: area.size.columns)), style: surface.fill)
      let pointer = place == self.place ? look.marks.pointer : " "
      let name = themes[place].name.cleaned
        .truncated(to: area.size.columns - 4, ellipsis: look.marks.ellipsis)
      frame.put(
        [Span(" " + pointer + " ", surface.accent), Span(name, surface.text)], at: start,
        limit: area.size.columns)
    }
  }

  private func drawRule(_ look: Look, _ frame: inout Frame, _ area: Area) {
    let mark = area.size.columns == 1 ? look.marks.side : look.marks.rule
    for row in 0..<area.size.rows {
      let start = Point(row: area.origin.row + row, column: area.origin.column)
      let line = String(repeating: mark, count: area.size.columns)
      frame.put(line, at: start, style: look.theme.border)
    }
  }

  private func drawSample(_ look: Look, _ frame: inout Frame, _ area: Area) {
    guard area.size.rows > 0 else { return }
    var picker = samples[sample]
    picker.look = look
    // The last row shows keys that do nothing here.
    let size = Size(rows: area.size.rows + 1, columns: area.size.columns)
    frame.put(picker.view(size), at: area.origin)
    let below = Area(
      row: area.origin.row + area.size.rows, column: 0, rows: 1, columns: frame.size.columns)
    frame.fill(below, style: look.theme.page.fill)
  }

  private func drawFooter(_ look: Look, _ frame: inout Frame, _ row: Int) {
    let arrows = look.ascii ? "Left Right" : "←→"
    var column = 1
    for (key, hint) in [
      ("Enter", "choose"), ("Esc", "leave"), ("Tab", depth.name), (arrows, "other samples"),
    ] {
      let spans = [Span(key, look.theme.key), Span(" " + hint, look.theme.muted)]
      let width = key.columns + hint.columns + 1
      guard column + width < frame.size.columns else { return }
      frame.put(spans, at: Point(row: row, column: column))
      column += width + 3
    }
  }
}

extension ColorDepth {
  fileprivate var name: String {
    switch self {
    case .none: "no colours"
    case .ansi16: "16 colours"
    case .indexed256: "256 colours"
    case .truecolor: "all colours"
    }
  }
}

/// The layout of the names and the sample for a screen size.
struct PreviewLayout: Equatable {
  var header: Int?
  var footer: Int?
  var names: Area
  /// The line between the two; empty if there is no sample.
  var rule: Area
  var sample: Area

  /// Places the sample beside the names or below them.
  ///
  /// Without room for either it is left out.
  init(_ preview: ThemePreview, _ size: Size) {
    let hasFrame = size.rows >= 8 && size.columns >= 20
    let top = hasFrame ? 2 : 0
    let rows = max(0, size.rows - (hasFrame ? 3 : 0))
    let width = min(30, 5 + (preview.themes.map(\.name.columns).max() ?? 0))
    if size.columns - width >= 48, hasFrame {
      self.init(top, rows, columns: width)
      rule = Area(row: top, column: width, rows: rows, columns: 1)
      sample = Area(row: top, column: width + 1, rows: rows, columns: size.columns - width - 1)
    } else if rows >= 14 {
      let above = max(4, rows / 3)
      self.init(top, above, columns: size.columns)
      rule = Area(row: top + above, column: 0, rows: 1, columns: size.columns)
      sample = Area(
        row: top + above + 1, column: 0, rows: rows - above - 1, columns: size.columns)
    } else {
      self.init(top, rows, columns: size.columns)
    }
    header = hasFrame ? 0 : nil
    footer = hasFrame ? size.rows - 1 : nil
  }

  private init(_ top: Int, _ rows: Int, columns: Int) {
    names = Area(row: top, column: 0, rows: rows, columns: columns)
    rule = Area(row: 0, column: 0, rows: 0, columns: 0)
    sample = rule
  }
}
