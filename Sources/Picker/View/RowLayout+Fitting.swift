extension RowLayout {
  /// The room of a row, given out: to the name first, but for the state and the account.
  ///
  /// Which columns there are follows from the room alone, each only where those before it are there: more room never
  /// takes one away.
  struct Fitting {
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

    /// What is there before the name has the width that it wants.
    mutating func addEssentials() {
      if add(.state) { add(.account) }
      let more = min(wanted.wantedName - name, room)
      name += more
      room -= more
    }

    /// What is there only beside a whole name, the least important last.
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

    /// Gives out what is left, up to the widest of each.
    ///
    /// A column that the next one would take that from again, with its heading, stays as it is.
    mutating func widen() {
      guard widths[.account] != nil || wanted.columns[.account] == nil else { return }
      for column in ListColumn.byImportance {
        guard let width = widths[column], let full = wanted.columns[column] else { continue }
        let more = max(0, min(full - width, room))
        widths[column] = width + more
        room -= more
      }
    }

    /// A blank more between the columns, where there is one for each.
    mutating func takesGaps() -> Bool { takes(widths.count) }

    /// The longest names have the rest.
    mutating func widenName() {
      let more = max(0, min(wanted.name - name, room))
      name += more
      room -= more
    }

    /// True where the catalogue has no such column, or there is room for it.
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
}
