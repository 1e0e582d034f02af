/// The distribution of a row's width: to the state and the account first, then to the name, then to
/// the other columns.
///
/// Which columns are shown depends on the width alone. Each one is shown only if those before it
/// are, so that more room never removes a column.
struct RowFitting {
  private(set) var room: Int
  private(set) var name: Int
  private(set) var hasKey = false
  private(set) var widths: [ListColumn: Int] = [:]

  private let wanted: ColumnWidths

  init(_ wanted: ColumnWidths, room: Int, columns: Int) {
    self.wanted = wanted
    name = min(wanted.wantedName, max(14, min(28, columns * 2 / 5)), room)
    self.room = room - name
  }

  /// Adds the columns that come before the full name.
  mutating func addEssentials() {
    if add(.state) { add(.account) }
    let more = min(wanted.wantedName - name, room)
    name += more
    room -= more
  }

  /// Adds the columns that come after the full name, the least important last.
  mutating func addOthers(hasKeys: Bool, hasGroups: Bool) {
    guard name == wanted.wantedName, widths[.state] != nil,
      widths[.account] != nil || wanted.columns[.account] == nil,
      widen(.state, to: ListColumn.state.comfortable)
    else { return }
    if hasKeys {
      guard takes(2) else { return }
      hasKey = true
    }
    guard widen(.account, to: ListColumn.account.comfortable) else { return }
    for column in ListColumn.byImportance where widths[column] == nil {
      guard column != .group || hasGroups else { continue }
      guard add(column), widen(column, to: column.comfortable) else { return }
    }
  }

  /// Distributes the remaining width, up to the maximum of each column.
  ///
  /// A column does not grow by width that the next column would take away again.
  mutating func widen() {
    guard widths[.account] != nil || wanted.columns[.account] == nil else { return }
    for column in ListColumn.byImportance {
      guard let width = widths[column], let full = wanted.columns[column] else { continue }
      let more = max(0, min(full - width, room))
      widths[column] = width + more
      room -= more
    }
  }

  /// Takes one more blank between all columns, if there is room.
  mutating func takesGaps() -> Bool { takes(widths.count) }

  /// Gives the rest to the name.
  mutating func widenName() {
    let more = max(0, min(wanted.name - name, room))
    name += more
    room -= more
  }

  /// Adds a column.
  ///
  /// It returns false if there is no room for it.
  @discardableResult
  private mutating func add(_ column: ListColumn) -> Bool {
    guard let full = wanted.columns[column] else { return true }
    let width = min(full, column.least)
    guard takes(width + 2) else { return false }
    widths[column] = width
    return true
  }

  private mutating func widen(_ column: ListColumn, to comfortable: Int) -> Bool {
    guard let width = widths[column], let full = wanted.columns[column] else { return true }
    let more = max(0, min(full, comfortable) - width)
    guard takes(more) else { return false }
    widths[column] = width + more
    return true
  }

  private mutating func takes(_ width: Int) -> Bool {
    guard width <= room else { return false }
    room -= width
    return true
  }
}
