import Canvas
import Terminal

/// A screen cell by cell, as far as eyes can tell.
struct StyledScreen: Equatable {
  struct Cell: Equatable {
    /// Empty for the second column of a wide character.
    var text: String
    var ink: Palette.Rendition
  }

  /// Without the plain blanks at the ends.
  private(set) var rows: [[Cell]] = []
}

extension StyledScreen {
  /// What a terminal of these colours shows of a frame.
  init(_ frame: Frame, _ palette: Palette) {
    for row in 0..<frame.size.rows {
      let cells = frame.cells[row * frame.size.columns..<(row + 1) * frame.size.columns]
      append(cells.map { Cell(text: $0.text, ink: palette.rendition(for: $0.style)) })
    }
  }

  /// What tmux tells of its screen: `capture-pane -p -e -N`.
  init(captured: String) {
    var reader = SGRReader()
    for line in captured.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      append(reader.cells(of: line))
    }
  }

  private mutating func append(_ row: [Cell]) {
    let row = row.map(\.seen)
    let plain = Cell(text: " ", ink: plainInk)
    rows.append(Array(row[..<((row.lastIndex { $0 != plain } ?? -1) + 1)]))
  }

  /// A sentence for each row, up to ten, that is not as it is there.
  func differences(from other: StyledScreen) -> [String] {
    guard rows.count == other.rows.count else {
      return ["\(rows.count) rows, and not \(other.rows.count)"]
    }
    let wrong = rows.indices.filter { rows[$0] != other.rows[$0] }
    return wrong.prefix(10).map { row in
      let (mine, theirs) = (rows[row], other.rows[row])
      let column = zip(mine, theirs).prefix { $0 == $1 }.count
      let cells = [mine, theirs].map { $0.dropFirst(column).first.map { "\($0)" } ?? "the end" }
      return "row \(row), column \(column): \(cells[0]), and not \(cells[1])"
    }
  }
}

extension StyledScreen.Cell: CustomStringConvertible {
  var description: String {
    "'\(text)' in \(ink.foreground) on \(ink.background), attributes \(ink.attributes.rawValue)"
  }

  /// Of a blank only what is behind it, or under it, is seen.
  fileprivate var seen: StyledScreen.Cell {
    guard text == " ", !ink.attributes.contains(.reverse) else { return self }
    var cell = self
    cell.ink.foreground = -1
    cell.ink.attributes.formIntersection(.underline)
    return cell
  }
}

let plainInk = Palette(depth: .none, count: 0).rendition(for: Style())
