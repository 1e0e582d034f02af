import CNcurses
import Canvas
import Glibc

/// Gives ncurses one row of a frame, as wide as `cells`.
@MainActor
func putRow(_ cells: ArraySlice<Cell>, _ row: Int, _ inks: inout Inks, isUTF8: Bool) {
  var out: [cchar_t] = []
  out.reserveCapacity(cells.count)
  for index in cells.indices {
    let isWide = index + 1 < cells.endIndex && cells[index + 1].text.isEmpty
    // The second half of a wide character was drawn with the first.
    if cells[index].text.isEmpty, index > cells.startIndex { continue }
    let ink = inks.ink(for: cells[index].style)
    for text in drawable(cells[index].text, isWide: isWide, isUTF8: isUTF8) {
      out.append(cell(text, ink))
    }
  }
  curses_put_row(Int32(row), out, Int32(out.count))
}

private typealias Text = [wchar_t]

/// What to draw for a cell's text: one character as wide as the cell, or blanks that fill it.
private func drawable(_ text: String, isWide: Bool, isUTF8: Bool) -> [Text] {
  if let byte = text.utf8.first, text.utf8.count == 1, !isWide {
    return [[0x20...0x7E ~= byte ? wchar_t(byte) : wchar_t(UInt8(ascii: " ")), 0]]
  }
  let scalars = text.unicodeScalars
  guard let first = scalars.first else { return [blank] }
  guard isUTF8 else { return isWide ? [[plain(first), 0], blank] : [[plain(first), 0]] }
  // A width that ncurses sees otherwise would move the rest of the row.
  switch (curses_width(wchar_t(first.value)), isWide) {
  case (1, false), (2, true): return [scalars.prefix(5).map { wchar_t($0.value) } + [0]]
  case (1, true): return [scalars.prefix(5).map { wchar_t($0.value) } + [0], blank]
  default: return isWide ? [unknown, blank] : [unknown]
  }
}

private let blank: Text = [0x20, 0]
private let unknown: Text = [0x3F, 0]

private func cell(_ text: Text, _ ink: Inks.Ink) -> cchar_t {
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
