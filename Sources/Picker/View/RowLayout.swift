import Canvas

/// Which column of the screen each part of a row begins at.
///
///     pointer, bar, key, name, signs, account …
struct RowLayout: Equatable {
  struct Part: Equatable {
    var column: Column
    var start: Int
    var width: Int
  }

  static let pointer = 0
  static let bar = 1
  /// Where the key of a row stands; nil where there is no room, or no row has one.
  let key: Int?
  let name: Int
  let nameWidth: Int
  let parts: [Part]
  let columns: Int

  /// `columns` are those of the list, the last of which is the scrollbar's.
  init(_ widths: Widths, hasKeys: Bool, hasGroups: Bool, columns: Int) {
    self.columns = columns
    key = hasKeys && columns >= 60 ? 3 : nil
    name = key == nil ? 3 : 5
    let gap = columns >= 100 ? 3 : 2
    var room = max(0, columns - name - 2)
    // The name is what people look for: what it wants, or half of the screen, comes first.
    let leastName = min(widths.name, max(20, columns / 2), room)
    room -= leastName
    let wanted = Column.byImportance.filter {
      widths.columns[$0] != nil && ($0 != .group || hasGroups)
    }
    let chosen = wanted.prefix { column in
      let taken = (widths.columns[column] ?? 0) + gap
      defer { room -= taken <= room ? taken : 0 }
      return taken <= room
    }
    nameWidth = min(widths.name, leastName + room)
    var start = name + nameWidth
    parts = Column.allCases.filter(chosen.contains).map { column in
      let width = widths.columns[column] ?? 0
      defer { start += width + gap }
      return Part(column: column, start: start + gap, width: width)
    }
  }
}
