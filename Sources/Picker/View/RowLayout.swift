import Canvas

/// Which column of the screen each part of a row begins at.
///
///     pointer, bar, key, name, state, account …
///
/// A wider list has every column that a narrower one has.
struct RowLayout: Equatable {
  struct Part: Equatable {
    var column: ListColumn
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
  init(_ widths: ColumnWidths, hasKeys: Bool, hasGroups: Bool, columns: Int) {
    self.columns = columns
    let leastName = min(widths.name, max(14, min(28, columns * 2 / 5)))
    var fitting = ColumnFitting(columns: columns, room: max(0, columns - 5 - leastName))
    var hasKey = false
    for column in ListColumn.byImportance where column != .group || hasGroups {
      if column == .role, hasKeys { hasKey = fitting.takes(2) }
      if column == .region { fitting.widenState() }
      if let full = widths.columns[column] { fitting.add(column, full) }
    }
    nameWidth = min(widths.name, leastName + fitting.room, max(0, columns - 5))
    fitting.room -= nameWidth - leastName
    fitting.widenRole(to: widths.columns[.role] ?? 0)
    let gap = fitting.room >= fitting.widths.count ? 3 : 2
    key = hasKey ? 3 : nil
    name = hasKey ? 5 : 3
    var start = name + nameWidth
    parts = ListColumn.allCases.compactMap { column in
      guard let width = fitting.widths[column] else { return nil }
      defer { start += width + gap }
      return Part(column: column, start: start + gap, width: width)
    }
  }

  /// What a list needs to have all its columns, with names and roles that can still be read.
  static func leastColumns(_ widths: ColumnWidths, hasKeys: Bool) -> Int {
    let columns = widths.columns.reduce(0) { sum, column in
      sum + 2 + (column.key == .role ? min(column.value, 16) : column.value)
    }
    return 5 + min(widths.name, 28) + (hasKeys ? 2 : 0) + columns
  }

  /// Columns given room, one after the other, as long as each fits.
  private struct ColumnFitting {
    var room: Int
    var widths: [ListColumn: Int] = [:]
    private var isFull = false

    private let columns: Int

    init(columns: Int, room: Int) { (self.columns, self.room) = (columns, room) }

    mutating func takes(_ width: Int) -> Bool {
      isFull = isFull || width > room
      if !isFull { room -= width }
      return !isFull
    }

    mutating func add(_ column: ListColumn, _ full: Int) {
      let width = min(full, column.least(columns))
      if takes(width + 2) { widths[column] = width }
    }

    mutating func widenState() {
      if takes(EntryFlag.columns - EntryFlag.leastColumns(columns)) {
        widths[.state] = EntryFlag.columns
      }
    }

    mutating func widenRole(to full: Int) {
      guard let width = widths[.role] else { return }
      let more = max(0, min(full - width, room))
      widths[.role] = width + more
      room -= more
    }
  }
}
