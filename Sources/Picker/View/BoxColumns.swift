import Canvas

extension [BoxedText.Block] {
  /// The blocks' lines in two columns, which part before the heading that makes them most alike in length.
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

/// Between the columns.
private let gap = 4

extension BoxedText.Block {
  fileprivate var isHeading: Bool {
    if case .heading = self { true } else { false }
  }
}
