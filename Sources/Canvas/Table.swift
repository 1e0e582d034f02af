import Text

/// Rows under a header, for people at a terminal.
package struct Table {
  package struct Column {
    package var title: String
    /// If the window is too narrow, the column with the greatest number is removed first; one with
    /// 0 stays.
    package var priority = 0
    /// The width, in terminal columns, to which cells may be cut before a column is removed; nil if
    /// they are never cut.
    package var least: Int?

    package init(title: String, priority: Int = 0, least: Int? = nil) {
      self.title = title
      self.priority = priority
      self.least = least
    }
  }

  package struct Cell: Equatable {
    package var text: String
    package var tone = Tone.normal

    package init(text: String, tone: Tone = .normal) {
      self.text = text
      self.tone = tone
    }
  }

  /// How a cell is coloured.
  package enum Tone: Equatable {
    case normal, good, bad, pending
    /// A bar in an entry's colour before the text.
    case label(Color)
  }

  package struct Row {
    package var cells: [Cell]
    /// A sentence, or several lines, under the row.
    package var reason: String?

    package init(cells: [Cell], reason: String? = nil) {
      self.cells = cells
      self.reason = reason
    }
  }

  package var columns: [Column]
  package var rows: [Row]

  package init(columns: [Column], rows: [Row]) {
    self.columns = columns
    self.rows = rows
  }
}

/// The terminal that a table is drawn for.
package struct TableLook: Equatable, Sendable {
  /// The width in columns.
  package var columns: Int
  package var colors: LabelColors

  package init(columns: Int, colors: LabelColors) {
    self.columns = columns
    self.colors = colors
  }
}

extension Table {
  /// Groups rows with the same cause, in the order of the causes, with the reason after the last
  /// one.
  ///
  /// Rows without a cause come first.
  package static func grouped(_ rows: [(row: Row, cause: String?)]) -> [Row] {
    var groups: [[Row]] = []
    var places: [String: Int] = [:]
    for case (let row, let cause?) in rows {
      if let place = places[cause] {
        groups[place].append(row)
      } else {
        places[cause] = groups.count
        groups.append([row])
      }
    }
    for place in groups.indices {
      let reason = groups[place][0].reason
      for index in groups[place].indices { groups[place][index].reason = nil }
      groups[place][groups[place].count - 1].reason = reason
    }
    return rows.filter { $0.cause == nil }.map(\.row) + groups.joined()
  }
}

extension Table.Tone {
  /// The SGR sequence (ECMA-48, 8.3.117) that starts the tone; nil for none.
  func sequence(_ colors: LabelColors) -> String? {
    switch (self, colors) {
    case (_, .unstyled), (_, .reverse), (.normal, _): nil
    case (.good, _): "\u{1B}[32m"
    case (.bad, _): "\u{1B}[31m"
    case (.pending, _): "\u{1B}[33m"
    case (.label(let color), _): colors.parameters(for: color).map { "\u{1B}[\($0)m" }
    }
  }
}

/// The columns of a table that fit a window, and their widths.
struct FittedColumns: Equatable {
  /// Indices of the table's columns.
  private(set) var places: [Int]
  private(set) var widths: [Int]
}

extension FittedColumns {
  /// Columns without content are left out; then cells are cut, and then columns are removed, until
  /// the rest fits.
  ///
  /// `bar` is how much wider the first column is than its text.
  init(_ table: Table, in columns: Int, bar: Int) {
    let natural = table.columns.indices.map { place in
      table.rows.reduce(0) { max($0, $1.cells[place].text.columns) }
    }
    places = table.columns.indices.filter { natural[$0] > 0 }
    let wide = table.columns.indices.map { max(natural[$0], table.columns[$0].title.columns) }
    widths = []
    repeat {
      widths = places.map { wide[$0] }
    } while !cut(table, to: columns - bar) && drop(table)
  }

  /// Cuts the widest column that may be cut, one terminal column at a time; false if that is not
  /// enough.
  private mutating func cut(_ table: Table, to columns: Int) -> Bool {
    while widths.reduce(0, +) + 2 * (widths.count - 1) > columns {
      let cuttable = widths.indices.filter { index in
        table.columns[places[index]].least.map { widths[index] > $0 } ?? false
      }
      guard let widest = cuttable.max(by: { widths[$0] < widths[$1] }) else { return false }
      widths[widest] -= 1
    }
    return true
  }

  /// Removes the least important column; false if none may be removed.
  private mutating func drop(_ table: Table) -> Bool {
    let last = places.max { table.columns[$0].priority < table.columns[$1].priority }
    guard let last, table.columns[last].priority > 0 else { return false }
    places.removeAll { $0 == last }
    return true
  }
}

extension Table {
  /// The header, the rows and their reasons, each on a line that fits the window if the columns
  /// allow it.
  package func drawn(_ look: TableLook) -> String {
    guard !rows.isEmpty else { return "" }
    let hasBar = rows.contains { $0.cells.first?.tone.bar(look.colors) != nil }
    let fitted = FittedColumns(self, in: look.columns, bar: hasBar ? 2 : 0)
    let heading = fitted.places.map { Cell(text: columns[$0].title) }
    let header = (hasBar ? "  " : "") + line(heading, fitted, look)
    let body = rows.map { row in
      let bar = hasBar ? row.cells.first?.tone.bar(look.colors) ?? "  " : ""
      return bar + line(fitted.places.map { row.cells[$0] }, fitted, look)
        + (row.reason.map { indented($0, in: look.columns) } ?? "")
    }
    return emphasized(header, look) + body.joined()
  }

  private func line(_ cells: [Cell], _ fitted: FittedColumns, _ look: TableLook) -> String {
    var text = ""
    var padding = 0
    for (cell, width) in zip(cells, fitted.widths) {
      // A name that may not be cut sticks out of its column.
      let isCut = cell.text.columns > width && width > 1
      let shown = isCut ? cell.text.truncated(to: width) : cell.text
      if !shown.isEmpty {
        text += String(repeating: " ", count: padding) + cell.tone.painted(shown, look)
      }
      if !shown.isEmpty { padding = 0 }
      padding += max(0, width - shown.columns) + 2
    }
    return text + "\n"
  }

  private func emphasized(_ header: String, _ look: TableLook) -> String {
    look.colors == .unstyled ? header : "\u{1B}[1m" + header.dropLast() + "\u{1B}[0m\n"
  }
}

/// Lines under a row: indented and broken at words; lines with their own indent or dash keep it.
package func indented(_ reason: String, in columns: Int) -> String {
  reason.split(whereSeparator: \.isNewline).map { line in
    let own = line.prefix { $0 == " " }.count
    let indent = String(repeating: " ", count: 4 + own)
    let text = String(line.dropFirst(own))
    // The text of a list item is aligned after its dash on every line.
    let hanging = text.hasPrefix("- ") ? "  " : ""
    return indent
      + text.wrappedAtWords(to: max(12, columns - indent.count - hanging.count))
      .replacing("\n", with: "\n" + indent + hanging) + "\n"
  }.joined()
}

extension Table.Tone {
  /// A column in the entry's colour, and a space; nil if there is no colour to show.
  fileprivate func bar(_ colors: LabelColors) -> String? {
    guard case .label = self, let sequence = sequence(colors) else { return nil }
    return sequence + " \u{1B}[0m "
  }

  fileprivate func painted(_ text: String, _ look: TableLook) -> String {
    if case .label = self { return text }
    guard let sequence = sequence(look.colors) else { return text }
    return sequence + text + "\u{1B}[0m"
  }
}
