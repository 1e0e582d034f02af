import Canvas

/// The layout of the screen for a size.
///
/// Parts without room are nil or empty.
struct Layout: Equatable {
  /// The row of the header, if there is one.
  var header: Int?
  var prompt: Int?
  var headings: Int?
  var list: Range<Int>
  /// The width of the list.
  var columns: Int
  /// The area of the details, below or beside the list; nil if there is no room, or if they are
  /// hidden.
  var details: Area?
  var footer: Int?

  /// Lays out the screen.
  ///
  /// A screen smaller than 20x4 shows the selected row only.
  ///
  /// `leastColumns` is the width that the list needs for all its columns. Only then the details are
  /// beside it.
  init(_ size: Size, hasHeader: Bool = false, hasDetails: Bool = true, leastColumns: Int = 0) {
    columns = size.columns
    guard size.rows >= 4, size.columns >= 20 else {
      list = 0..<min(1, max(0, size.rows))
      return
    }
    var top = 0
    var bottom = size.rows
    if size.rows >= 8 {
      if hasHeader {
        header = 0
        top = 1
      }
      bottom -= 1
      footer = bottom
    }
    prompt = top
    top += 1
    if size.rows >= 12 {
      headings = top
      top += 1
    }
    list = top..<bottom
    if hasDetails { makeRoomForDetails(size, leastColumns) }
  }

  /// Places the details beside the list if the list keeps its columns, with a rule between; or else
  /// below it from 24 rows, with a rule above.
  private mutating func makeRoomForDetails(_ size: Size, _ leastColumns: Int) {
    let width = min(56, size.columns * 3 / 8)
    if size.columns >= 120, size.columns - width >= leastColumns, list.count >= 8 {
      columns = size.columns - width
      details = Area(
        row: list.lowerBound - (headings == nil ? 0 : 1), column: columns,
        rows: list.count + (headings == nil ? 0 : 1), columns: width)
    } else if size.rows >= 24 {
      let rows = min(2 + size.rows / 8, 9)
      list = list.lowerBound..<list.upperBound - rows
      details = Area(row: list.upperBound, column: 0, rows: rows, columns: size.columns)
    }
  }
}

extension Model {
  func layout(_ size: Size) -> Layout {
    Layout(
      size, hasHeader: hasHeader, hasDetails: showsDetails && !list.isEmpty && history == nil,
      leastColumns: RowLayout.leastColumns(list.widths, hasKeys: hasKeyColumn))
  }
}
