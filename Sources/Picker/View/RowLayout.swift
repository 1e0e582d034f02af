import Canvas

/// Which column of the screen each part of a row begins at.
struct RowLayout: Equatable {
  struct Part: Equatable {
    var column: Column
    var start: Int
    var width: Int
  }

  let pointer: Int
  /// Where the two keys of a row stand; nil where there is no room.
  let keys: Int?
  let swatch: Int
  let name: Int
  let nameWidth: Int
  let parts: [Part]

  static let swatchWidth = 2
  static let keysWidth = 3

  init(_ widths: Widths, hasKeys: Bool, columns: Int) {
    let isNarrow = columns < 60
    pointer = isNarrow ? 0 : 1
    keys = hasKeys && !isNarrow ? pointer + 2 : nil
    swatch = pointer + 2 + (keys == nil ? 0 : Self.keysWidth + 2)
    name = swatch + Self.swatchWidth + 1
    var room = max(0, columns - name - 2)
    // The name is what people look for: it keeps a third of the screen, whatever else would like to stand there.
    let leastName = min(widths.name, max(16, columns / 3), room)
    room -= leastName
    let isWide = columns >= 100
    func width(_ column: Column) -> Int {
      column == .access && !isWide ? 2 : widths.columns[column] ?? 0
    }
    func gap(_ column: Column) -> Int { isWide ? 3 : column == .access && isNarrow ? 1 : 2 }
    let chosen = Column.byImportance.filter { widths.columns[$0] != nil }.prefix { column in
      let taken = width(column) + gap(column)
      defer { room -= taken <= room ? taken : 0 }
      return taken <= room
    }
    nameWidth = min(widths.name, leastName + room)
    var start = name + nameWidth + 1
    parts = Column.allCases.filter(chosen.contains).map { column in
      defer { start += width(column) + gap(column) }
      return Part(column: column, start: start + gap(column) - 1, width: width(column))
    }
  }
}
