import Canvas
import Testing

/// A situation on a screen, whose transcript is compared with a file.
struct Golden: Sendable, CustomTestStringConvertible {
  let situation: Situation
  let screen: Screen

  /// The path below the folder of goldens.
  var path: String { "\(situation.name)/\(screen.name).txt" }
  var testDescription: String { path }

  static let all = situations.flatMap { situation in
    situation.coverage.screens.map { Golden(situation: situation, screen: $0) }
  }
}

extension Golden {
  /// The steps, the screen's text, a letter for the style of each cell, and the meanings of the
  /// letters.
  func transcript() throws -> String {
    let look = try look(theme: situation.theme, screen.depth, isUTF8: screen.isUTF8)
    let frame = try situation.frame(screen)
    let letters = Letters(frame, roles: look.roles, page: look.page)
    let parts = [
      heading(frame), ["text"] + ruled(frame.lines), ["styles"] + ruled(frame.lines(letters)),
      letters.meanings.map { $0.line(screen.depth) },
    ]
    return parts.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private func heading(_ frame: Frame) -> [String] {
    let cursor = frame.cursor.map { "row \($0.row), column \($0.column)" }
    let size = "\(screen.size.columns)x\(screen.size.rows)"
    let colors = "\(screen.depth.words), \(screen.isUTF8 ? "UTF-8" : "ASCII")"
    let theme = situation.theme.map { ", theme \($0)" } ?? ""
    return ["\(situation.name): \(situation.about)", "on      \(size), \(colors)\(theme)"]
      + situation.steps.map(\.line) + ["cursor  \(cursor ?? "hidden")"]
  }
}

extension Step {
  fileprivate var line: String {
    switch self {
    case .keys(let keys): "keys    \(keys)"
    case .message(let description, _): "then    \(description)"
    }
  }
}

extension Letters.Meaning {
  fileprivate func line(_ depth: Depth) -> String {
    let names = names.isEmpty ? "" : "  (\(names.joined(separator: ", ")))"
    return "\(letter == " " ? "blank" : String(letter)) = \(depth.words(for: style))\(names)"
  }
}

extension Frame {
  /// A letter for each cell, row by row, without blanks at the ends.
  fileprivate func lines(_ letters: Letters) -> [String] {
    (0..<size.rows).map { row in
      let styles = cells[row * size.columns..<(row + 1) * size.columns].map(\.style)
      let end = styles.lastIndex { letters[$0] != " " }.map { $0 + 1 } ?? 0
      return String(styles[..<end].map { letters[$0] })
    }
  }
}

/// The rows after a bar.
///
/// Of four or more equal rows only the first is shown, with the number of the others.
private func ruled(_ rows: [String]) -> [String] {
  var rest = rows[...]
  var lines: [String] = []
  while let row = rest.first {
    let count = rest.prefix { $0 == row }.count
    let shown = count < 4 ? count : 1
    lines += Array(repeating: "│" + row, count: shown)
    if shown < count { lines.append("┊ \(count - 1) more like it") }
    rest = rest.dropFirst(count)
  }
  return lines
}
