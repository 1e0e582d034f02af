import Canvas

/// Which row holds what, for a size of the screen; what there is no room for is nil or empty.
struct Layout: Equatable {
  var header: Int?
  var prompt: Int?
  var headings: Int?
  var list: Range<Int>
  var details: Range<Int>
  var footer: Int?

  /// Below 20x4 only the selected row is left.
  init(_ size: Size) {
    guard size.rows >= 4, size.columns >= 20 else {
      list = 0..<min(1, max(0, size.rows))
      details = 0..<0
      return
    }
    var top = 0
    var bottom = size.rows
    if size.rows >= 8 {
      header = 0
      bottom -= 1
      footer = bottom
      top = 1
    }
    prompt = top
    top += 1
    if size.rows >= 12 {
      top += size.rows >= 20 ? 1 : 0
      headings = top
      top += 1
      bottom -= 1
    }
    details = bottom..<bottom
    if size.rows >= 24 {
      details = bottom - Self.detailRows..<bottom
      bottom = details.lowerBound
    }
    list = top..<bottom
  }

  /// A rule, and three lines.
  private static let detailRows = 4
}
