/// One column of the screen: a character, or the second half of a wide one.
package struct Cell: Sendable, Hashable {
  package var cluster: Cluster
  package var style: Style

  package init(_ text: String = " ", _ style: Style = Style()) {
    self.init(Cluster(text), style)
  }

  init(_ cluster: Cluster, _ style: Style) {
    self.cluster = cluster
    self.style = style
  }

  /// The text of the cell; empty for the second column of a wide character.
  package var text: String { cluster.text }
}

/// A whole screen in memory, clipped at its edges: nothing drawn outside can fail.
package struct Frame: Sendable, Hashable {
  package let size: Size
  /// Row by row, `size.rows * size.columns` of them.
  package internal(set) var cells: [Cell]
  /// Where the terminal's own cursor stands; hidden when nil.
  package var cursor: Point?

  package init(_ size: Size, fill: Style = Style()) {
    self.size = Size(rows: max(0, size.rows), columns: max(0, size.columns))
    cells = Array(repeating: Cell(" ", fill), count: self.size.rows * self.size.columns)
  }
}
