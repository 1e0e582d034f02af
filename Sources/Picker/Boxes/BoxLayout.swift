import Canvas
import Text

/// A boxed text broken into lines for a screen, and the place of the box there.
struct BoxLayout {
  struct Line {
    var spans: [(text: String, style: KeyPath<Surface, Style>)]
    var cursor: Int?
  }

  let area: Area
  let hasBorder: Bool
  let lines: [Line]
  let foot: [Line]
  /// How many lines are shown at once, the foot left out.
  let rows: Int
  /// The largest value of `top`.
  var lastTop: Int { max(0, lines.count - rows) }

  init(_ text: BoxedText, on size: Size) {
    let isWide = text.isWide && size.columns >= 100
    let roomy = BoxLayout(text.body, text.foot, on: size, hasBorder: true, isWide: isWide)
    guard text.isWhole, roomy.lastTop > 0 else {
      self = roomy
      return
    }
    let tight = text.body.filter { $0 != .text("") }
    let bordered = BoxLayout(tight, text.foot, on: size, hasBorder: true)
    self =
      bordered.lastTop == 0 ? bordered : BoxLayout(tight, text.foot, on: size, hasBorder: false)
  }

  /// Lays the text out on a screen.
  ///
  /// A screen smaller than 24x6 has no border. A foot is shown only if at least two lines above it
  /// remain.
  private init(
    _ body: [BoxedText.Block], _ foot: String, on size: Size, hasBorder: Bool, isWide: Bool = false
  ) {
    let hasBorder = hasBorder && size.rows >= 6 && size.columns >= 24
    let width = hasBorder ? min(isWide ? 150 : 76, size.columns - 4) : size.columns
    let inner = hasBorder ? width - 4 : width
    let room = hasBorder ? size.rows - 4 : Layout(size).footer ?? size.rows
    let wanted = foot.isEmpty ? [] : BoxedText.Block.text(foot).lines(inner)
    let feet = wanted.count + 2 <= room ? wanted : []
    self.hasBorder = hasBorder
    self.foot = feet
    lines = isWide ? body.linesInTwoColumns(inner) : body.flatMap { $0.lines(inner) }
    rows = min(lines.count, max(0, room - feet.count))
    let height = rows + feet.count + (hasBorder ? 2 : 0)
    area = Area(
      row: hasBorder ? max(1, (size.rows - height) / 2) : 0, column: (size.columns - width) / 2,
      rows: height, columns: width)
  }

  /// The columns that the last line of the foot takes; all columns if there is no foot.
  var footColumns: Int {
    foot.last?.spans.reduce(0) { $0 + $1.text.columns } ?? area.size.columns
  }

  /// The point at which the text of a row begins.
  func start(_ row: Int) -> Point {
    let border = hasBorder ? 1 : 0
    return Point(row: area.origin.row + border + row, column: area.origin.column + border * 2)
  }

  /// The first line shown.
  ///
  /// It is the line that the text was scrolled to, unless the line that is being edited would be
  /// out of sight.
  func top(_ scrolled: Int) -> Int {
    let top = min(scrolled, lastTop)
    guard let typed = lines.firstIndex(where: { $0.cursor != nil }) else { return top }
    return min(max(top, typed - rows + 1), typed)
  }
}

extension [BoxedText.Block] {
  /// The lines of the blocks in two columns.
  ///
  /// The second column starts at the heading that makes the two most alike in length.
  func linesInTwoColumns(_ width: Int) -> [BoxLayout.Line] {
    let column = Swift.max(1, (width - gap) / 2)
    let heights = map { $0.lines(column).count }
    let total = heights.reduce(0, +)
    let parting = indices.filter { self[$0].isHeading }.min { one, other in
      let heights = [one, other].map { heights[..<$0].reduce(0, +) }
      return abs(heights[0] * 2 - total) < abs(heights[1] * 2 - total)
    }
    let left = self[..<(parting ?? endIndex)].flatMap { $0.lines(column) }
    let right = self[(parting ?? endIndex)...].flatMap { $0.lines(column) }
    return (0..<Swift.max(left.count, right.count)).map { row in
      let start = left.indices.contains(row) ? left[row].spans : []
      guard right.indices.contains(row) else { return BoxLayout.Line(spans: start) }
      let taken = start.reduce(0) { $0 + $1.text.columns }
      let blank = String(repeating: " ", count: Swift.max(0, column + gap - taken))
      return BoxLayout.Line(spans: start + [(blank, \.text)] + right[row].spans)
    }
  }
}

/// The columns between the two columns of text.
private let gap = 4

extension BoxedText.Block {
  fileprivate var isHeading: Bool {
    if case .heading = self { true } else { false }
  }
}
