import Canvas

/// What stands in a box over the list.
struct BoxedText: Equatable {
  var title: String
  var isDanger = false
  var body: [Block]
  /// The first line shown.
  var top = 0

  enum Block: Equatable {
    case text(String)
    case heading(String)
    case warning(String)
    /// A key or a name, and what it means.
    case pair(String, String)
    /// A line being typed: what stands before and after the cursor.
    case field(before: String, after: String)
  }
}

/// A boxed text broken into lines for a screen, and the place of the box there.
struct BoxLayout {
  struct Line {
    var spans: [(text: String, style: KeyPath<Theme, Style>)]
    var cursor: Int?
  }

  let area: Area
  let hasBorder: Bool
  let lines: [Line]
  /// How many lines are shown at once.
  let rows: Int
  /// The furthest that `top` goes.
  var lastTop: Int { max(0, lines.count - rows) }

  /// A screen below 24x6 has no room for a border.
  init(_ text: BoxedText, on size: Size) {
    hasBorder = size.rows >= 6 && size.columns >= 24
    let width = hasBorder ? min(76, size.columns - 4) : size.columns
    let inner = hasBorder ? width - 4 : width
    lines = text.body.flatMap { $0.lines(inner) }
    rows = min(lines.count, max(0, hasBorder ? size.rows - 4 : size.rows))
    let height = rows + (hasBorder ? 2 : 0)
    area = Area(
      row: hasBorder ? max(1, (size.rows - height) / 2) : 0, column: (size.columns - width) / 2,
      rows: height, columns: width)
  }

  /// Where the text of a row begins.
  func start(_ row: Int) -> Point {
    let border = hasBorder ? 1 : 0
    return Point(row: area.origin.row + border + row, column: area.origin.column + border * 2)
  }
}

extension BoxedText.Block {
  fileprivate func lines(_ width: Int) -> [BoxLayout.Line] {
    switch self {
    case .text(let text): text.wrapped(to: width).map { line($0, \.text) }
    case .heading(let text): text.wrapped(to: width).map { line($0, \.title) }
    case .warning(let text): text.wrapped(to: width).map { line($0, \.danger) }
    case .field(let before, let after): [fieldLine(before, after, width)]
    case .pair(let name, let meaning): pairLines(name, meaning, width)
    }
  }

  private func line(_ text: String, _ style: KeyPath<Theme, Style>) -> BoxLayout.Line {
    BoxLayout.Line(spans: [(text, style)])
  }

  private func fieldLine(_ before: String, _ after: String, _ width: Int) -> BoxLayout.Line {
    let (text, cursor) = lineWindow(before: before, after: after, columns: width)
    return BoxLayout.Line(spans: [(text, \.title)], cursor: cursor)
  }

  private func pairLines(_ name: String, _ meaning: String, _ width: Int) -> [BoxLayout.Line] {
    let indent = min(22, width / 2)
    let blank = String(repeating: " ", count: indent)
    let shown = name.truncated(to: indent - 1)
    let first = shown + String(repeating: " ", count: max(0, indent - shown.columns))
    return meaning.wrapped(to: max(1, width - indent)).enumerated().map { number, text in
      BoxLayout.Line(spans: [(number == 0 ? first : blank, \.key), (text, \.text)])
    }
  }
}
