import CNcurses
import Canvas
import Glibc
import Text

/// Passes one row of a frame to ncurses, as wide as `cells`.
@MainActor
func putRow(_ cells: ArraySlice<Cell>, _ row: Int, _ pairs: inout ColorPairs, isUTF8: Bool) {
  var out: [cchar_t] = []
  out.reserveCapacity(cells.count)
  var style = Style()
  var blank = cursesCell([0x20], pairs.rendition(for: style))
  for index in cells.indices {
    let cell = cells[index]
    // The second half of a wide character was drawn with the first.
    if cell.cluster.isEmpty, index > cells.startIndex { continue }
    if cell.style != style {
      style = cell.style
      blank = cursesCell([0x20], pairs.rendition(for: style))
    }
    if let ascii = cell.cluster.ascii {
      out.append(blank)
      curses_set_character(&out[out.count - 1], ascii)
      continue
    }
    let isWide = index + 1 < cells.endIndex && cells[index + 1].cluster.isEmpty
    let (text, columns) = drawnText(cell.cluster, isWide: isWide, isUTF8: isUTF8)
    out.append(cursesCell(text, pairs.rendition(for: style)))
    if isWide, columns == 1 { out.append(blank) }
  }
  curses_put_row(Int32(row), out, Int32(out.count))
}

extension Cluster {
  /// The character if it is visible ASCII, as nearly all are.
  fileprivate var ascii: wchar_t? {
    count == 1 && 0x20...0x7E ~= character ? wchar_t(character) : nil
  }
}

/// The text to draw for a cell (one character with its marks) and its columns.
private func drawnText(
  _ cluster: Cluster, isWide: Bool, isUTF8: Bool
) -> (text: [wchar_t], columns: Int) {
  let first = cluster.character
  guard first >= 0x20 else { return ([0x20], 1) }
  guard isUTF8 else { return ([asciiFallback(first)], 1) }
  let columns = Int(curses_width(wchar_t(first)))
  // A character for which ncurses assumes another width would move the rest of the row.
  guard columns == 1 || columns == 2 && isWide else { return (unknown, 1) }
  return (cluster.codes.map(wchar_t.init), columns)
}

private let unknown: [wchar_t] = [0x3F]

private func cursesCell(_ text: [wchar_t], _ rendition: ColorPairs.Rendition) -> cchar_t {
  var cell = cchar_t()
  if !curses_cell(&cell, text + [0], rendition.attributes, rendition.pair) {
    _ = curses_cell(&cell, unknown + [0], rendition.attributes, rendition.pair)
  }
  return cell
}

/// A substitute for a character on a terminal with ASCII only.
private func asciiFallback(_ code: UInt32) -> wchar_t {
  let ascii: Character =
    switch code {
    case 0x20...0x7E: Character(Unicode.Scalar(UInt8(code)))
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x2550, 0x2010...0x2015: "-"
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x2551, 0x2588...0x2590: "|"
    case 0x250C...0x254B, 0x2552...0x2573: "+"
    case 0x2018, 0x2019: "'"
    case 0x201C, 0x201D: "\""
    case 0x2022, 0x25A0...0x25FF, 0xB7: "*"
    case 0x2026: "."
    case 0x203A, 0x276F, 0x2192: ">"
    case 0x2039, 0x276E, 0x2190: "<"
    default: "?"
    }
  return wchar_t(ascii.asciiValue ?? UInt8(ascii: "?"))
}
