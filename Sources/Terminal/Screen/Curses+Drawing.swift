import CNcurses
import Canvas
import Glibc

extension Curses {
  /// The bytes that turn what is shown into a frame, and place the cursor.
  func put(_ frame: Frame, over shown: Frame?, inks: inout ColorPairs) -> [UInt8] {
    let known = shown.flatMap { $0.size == frame.size ? $0 : nil }
    if known == nil { erase() }
    let columns = frame.size.columns
    let width = min(columns, Int(curses_columns()))
    for row in 0..<min(frame.size.rows, Int(curses_rows())) {
      let cells = frame.cells[row * columns..<row * columns + width]
      if let known, isSame(known.cells[cells.indices], cells) { continue }
      putRow(cells, row, &inks, isUTF8: isUTF8)
    }
    if let cursor = frame.cursor {
      curses_place_cursor(Int32(cursor.row), Int32(cursor.column))
    } else {
      curses_place_cursor(-1, 0)
    }
    curses_update()
    return output.take()
  }

  /// The next frame is drawn whole.
  func forgetScreen() {
    curses_forget_screen()
  }

  /// Takes the terminal's size, which it gives.
  func fit(to file: TerminalFile) -> Size {
    if let (rows, columns) = file.size, rows != curses_rows() || columns != curses_columns() {
      curses_resize(Int32(rows), Int32(columns))
      curses_forget_screen()
    }
    return Size(rows: Int(curses_rows()), columns: Int(curses_columns()))
  }
}

/// True where two rows are equal, found by their bytes, of which a cell has no idle ones: of a
/// screen's rows nearly all are as they were.
private func isSame(_ one: ArraySlice<Cell>, _ other: ArraySlice<Cell>) -> Bool {
  one.withUnsafeBytes { one in
    other.withUnsafeBytes { other in
      guard one.count == other.count, let a = one.baseAddress, let b = other.baseAddress
      else { return one.count == other.count }
      return memcmp(a, b, one.count) == 0
    }
  }
}
