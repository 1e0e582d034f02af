import Accounts
import Canvas

/// Where the names and the sample stand, for a size of the screen.
struct PreviewLayout: Equatable {
  var header: Int?
  var footer: Int?
  var names: Area
  /// The line between the two; empty where there is no sample.
  var rule: Area
  var sample: Area

  /// The sample is beside the names, or below them, or where there is room for neither, left out.
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
