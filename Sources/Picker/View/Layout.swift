import Canvas

/// Which row holds what, for a size of the screen; what there is no room for is nil or empty.
struct Layout: Equatable {
  /// What has to be said above all else, where there is something.
  var header: Int?
  var prompt: Int?
  var headings: Int?
  var list: Range<Int>
  /// How many columns the list has.
  var columns: Int
  /// Where the details are, below or beside; nil where there is no room, or they are not wanted.
  var details: Area?
  var footer: Int?

  /// Below 20x4 only the selected row is left.
  ///
  /// `leastColumns` is what the list needs to keep all its columns: only then the details stand beside it.
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

  /// Beside the list where that keeps its columns, with a rule between; else below it from 24 rows, with a rule above.
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

  var isSideBySide: Bool { details.map { $0.origin.column > 0 } ?? false }
}

extension Model {
  func layout(_ size: Size) -> Layout {
    Layout(
      size, hasHeader: hasHeader, hasDetails: showsDetails && !list.isEmpty && history == nil,
      leastColumns: RowLayout.leastColumns(list.widths, hasKeys: hasKeyColumn))
  }
}
