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
    var chosen: [Column: Int] = [:]
    for column in wanted {
      let full = widths.columns[column] ?? 0
      // A role's name says something even where its end is cut.
      let width = column == .role ? min(full, max(room - gap, 0)) : full
      guard width + gap <= room, width >= min(full, 8) else { break }
      chosen[column] = width
      room -= width + gap
    }
    nameWidth = min(widths.name, leastName + room)
    var start = name + nameWidth
    parts = Column.allCases.compactMap { column in
      guard let width = chosen[column] else { return nil }
      defer { start += width + gap }
      return Part(column: column, start: start + gap, width: width)
    }
  }
}
