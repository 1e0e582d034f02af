package import Canvas

extension Model {
  /// The frame to show, for any size.
  package func view(_ size: Size) -> Frame {
    var cache = RowCache()
    return view(size, &cache)
  }

  /// The frame to show, with a cache of drawn rows.
  package func view(_ size: Size, _ cache: inout RowCache) -> Frame {
    var frame = Frame(size, fill: theme.page.fill)
    let layout = layout(size)
    if let row = layout.header { drawHeader(&frame, row: row) }
    if let row = layout.prompt { drawPrompt(&frame, row: row) }
    drawList(&frame, layout, &cache)
    if !isTyping { frame.cursor = pointerPlace(layout) }
    if let area = layout.details { drawDetails(&frame, area) }
    if let row = layout.footer { drawFooter(&frame, row: row) }
    if case .palette(let palette) = screen { draw(palette, &frame) }
    if let box = box(on: size) { draw(box, &frame) }
    if look.ascii { frame.keepASCII() }
    return frame
  }

  var theme: Theme { look.theme }
  var marks: Marks { look.marks }

  private func drawList(_ frame: inout Frame, _ layout: Layout, _ cache: inout RowCache) {
    if list.isEmpty { return drawNoEntries(&frame, layout) }
    if layout.prompt == nil, case .calling(let call) = screen {
      return drawCall(call, &frame, at: Point(row: 0, column: 0))
    }
    if let history { return draw(history, &frame, layout) }
    if !list.hasMatches { return drawNoMatch(&frame, layout) }
    drawRows(&frame, layout, &cache)
  }
}

extension Frame {
  /// Draws spans one after the other and returns the columns that they take.
  @discardableResult
  mutating func put(_ line: [Span], at point: Point, limit: Int = .max) -> Int {
    line.reduce(0) { taken, span in
      let start = Point(row: point.row, column: point.column + taken)
      return taken + put(span.text, at: start, style: span.style, limit: limit - taken)
    }
  }

  /// Replaces characters that a locale without UTF-8 cannot show with question marks, and drops
  /// combining marks.
  mutating func keepASCII() {
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let point = Point(row: row, column: column)
        guard let cell = self[point], let first = cell.text.unicodeScalars.first,
          !cell.text.utf8.allSatisfy({ $0 < 0x80 })
        else { continue }
        put(first.isASCII ? String(first) : "?", at: point, style: cell.style)
      }
    }
  }
}
