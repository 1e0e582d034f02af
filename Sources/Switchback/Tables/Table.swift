import Canvas
import Shells

/// Rows under a header, for people at a terminal.
struct Table {
  struct Column {
    var title: String
    /// Where the window is too narrow, the column with the greatest number goes first; one with 0 stays.
    var priority = 0
    /// In columns of the terminal: cells may be cut to so few before a column goes; nil where they are never cut.
    var least: Int?
  }

  struct Cell: Equatable {
    var text: String
    var tone = Tone.normal
  }

  /// How a cell is coloured.
  enum Tone: Equatable {
    case normal, good, bad, pending
    /// A bar of an entry's colour before the text.
    case label(Color)
  }

  struct Row {
    var cells: [Cell]
    /// A sentence, or several lines, below the row.
    var reason: String?
  }

  var columns: [Column]
  var rows: [Row]
}

/// The terminal that a table is drawn for.
struct TableLook: Equatable, Sendable {
  /// Its width.
  var columns: Int
  var colors: LabelColors
}

extension Table {
  /// Rows with the same cause stand together, in the order of the causes, with the reason below the last; those without
  /// one come first.
  static func grouped(_ rows: [(row: Row, cause: String?)]) -> [Row] {
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
  /// The SGR sequence (ECMA-48, 8.3.117) that begins it; nil for none.
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
