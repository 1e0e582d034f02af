import CNcurses
import Canvas
import Glibc

/// Gives ncurses one row of a frame, as wide as `cells`.
@MainActor
func putRow(_ cells: ArraySlice<Cell>, _ row: Int, _ inks: inout Inks, isUTF8: Bool) {
  var out: [cchar_t] = []
  out.reserveCapacity(cells.count)
  var text: [wchar_t] = []
  var ink = (style: Style(), value: inks.ink(for: Style()))
  for index in cells.indices {
    let cell = cells[index]
    // The second half of a wide character was drawn with the first.
    if cell.text.isEmpty, index > cells.startIndex { continue }
    if cell.style != ink.style { ink = (cell.style, inks.ink(for: cell.style)) }
    let isWide = index + 1 < cells.endIndex && cells[index + 1].text.isEmpty
    let columns = write(cell.text, isWide: isWide, isUTF8: isUTF8, into: &text)
    out.append(cursesCell(text, ink.value))
    if isWide, columns == 1 { out.append(cursesCell(blank, ink.value)) }
  }
  curses_put_row(Int32(row), out, Int32(out.count))
}

/// Writes what to draw for a cell's text: one character, with its marks and a zero.
///
/// How many columns it takes.
private func write(
  _ cell: String, isWide: Bool, isUTF8: Bool, into text: inout [wchar_t]
) -> Int {
  text.removeAll(keepingCapacity: true)
  defer { text.append(0) }
  let scalars = cell.unicodeScalars
  guard let first = scalars.first, first.value >= 0x20 else {
    text.append(blank[0])
    return 1
  }
  guard first.value >= 0x7F || scalars.count > 1 else {
    text.append(wchar_t(first.value))
    return 1
  }
  guard isUTF8 else {
    text.append(plain(first))
    return 1
  }
  let columns = Int(curses_width(wchar_t(first.value)))
  // A width that ncurses sees otherwise would move the rest of the row.
  guard columns == 1 || columns == 2 && isWide else {
    text.append(unknown[0])
    return 1
  }
  for scalar in scalars.prefix(5) { text.append(wchar_t(scalar.value)) }
  return columns
}

private let blank: [wchar_t] = [0x20, 0]
private let unknown: [wchar_t] = [0x3F, 0]

private func cursesCell(_ text: [wchar_t], _ ink: Inks.Ink) -> cchar_t {
  var cell = cchar_t()
  if !curses_cell(&cell, text, ink.attributes, ink.pair) {
    _ = curses_cell(&cell, unknown, ink.attributes, ink.pair)
  }
  return cell
}

/// A character for a terminal that has ASCII alone.
private func plain(_ scalar: Unicode.Scalar) -> wchar_t {
  let ascii: Character =
    switch scalar.value {
    case 0x20...0x7E: Character(scalar)
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
