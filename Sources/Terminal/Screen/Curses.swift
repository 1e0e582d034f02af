import CNcurses
import Canvas
import Glibc

/// ncurses on a terminal, for output only.
///
/// There is one at a time, since the library's state is global.
@MainActor
struct Curses {
  private let screen: OpaquePointer
  private let file: UnsafeMutablePointer<FILE>
  let output: UpdateBuffer
  let palette: Palette
  let isUTF8: Bool

  /// Sets up the terminal and switches to the other screen.
  ///
  /// The description must be the last one that was made.
  init(
    _ terminal: TerminalFile, _ description: TerminalDescription, _ choice: ColorChoice
  ) throws(TerminalError) {
    let environment = description.environment
    let term = environment["TERM"] ?? ""
    let known = Int(tigetnum("colors"))
    let depth = choice.depth(
      environment: environment, colors: known, direct: tigetflag("RGB") > 0 || tigetflag("Tc") > 0)
    let needsMore = depth.needsMore(than: known)
    let entry = description.entry.flatMap { needsMore ? $0.with(depth) : $0 }?.withoutCharacterSets
    isUTF8 = chooseTextLocale(environment)
    guard let file = fdopen(fcntl(terminal.descriptor, F_DUPFD_CLOEXEC, 3), "r+") else {
      throw .termTooSimple(term)
    }
    let screen = withTerminalVariables(terminfo: entry?.asEnvironmentValue) {
      newterm(term, file, file)
    }
    guard let screen else {
      fclose(file)
      throw .termTooSimple(term)
    }
    (self.screen, self.file) = (screen, file)
    curses_ignore_input()
    // It flushes the output of newterm: from here on a signal may switch back from the other
    // screen.
    curs_set(0)
    output = UpdateBuffer(replacing: fileno(file))
    palette = startColors(depth, known: needsMore && entry != nil ? Int(depth.colorCount) : known)
  }

  func close() {
    delscreen(screen)
    fclose(file)
  }
}

extension ColorDepth {
  /// Whether an entry with this number of colours does not let ncurses show the depth.
  fileprivate func needsMore(than colors: Int) -> Bool {
    switch self {
    case .none: false
    // Other entries for direct colours number them differently.
    case .truecolor: true
    case .ansi16: colors < 8
    case .indexed256: colors < 256
    }
  }
}

/// The palette that ncurses can actually show.
@MainActor
private func startColors(_ depth: ColorDepth, known: Int) -> Palette {
  guard depth != .none, curses_use_colors() else { return Palette(depth: .none, count: 0) }
  let possible: ColorDepth = known >= 0x100_0000 ? .truecolor : known >= 256 ? .indexed256 : .ansi16
  return Palette(depth: min(depth, possible), count: known)
}

/// Calls newterm with a changed environment for the duration of the call.
///
/// `LINES` and `COLUMNS` would fix the size (ncurses 6.4 uses them whatever `use_env` says).
private func withTerminalVariables<R>(terminfo: String?, _ body: () -> R) -> R {
  let names = ["LINES", "COLUMNS"] + (terminfo == nil ? [] : ["TERMINFO"])
  let before = names.map { name in getenv(name).map { String(cString: $0) } }
  for name in names { unsetenv(name) }
  if let terminfo { setenv("TERMINFO", terminfo, 1) }
  defer {
    for (name, value) in zip(names, before) {
      if let value { setenv(name, value, 1) } else { unsetenv(name) }
    }
  }
  return body()
}

/// Sets the text locale of the environment.
///
/// It returns true if text can be UTF-8.
///
/// Text is also UTF-8 if no locale is set, since terminals are, or if the named one is not
/// installed: a container has few locales, and macOS sets `UTF-8` itself over SSH.
package func chooseTextLocale(_ environment: [String: String]) -> Bool {
  func isUTF8() -> Bool { String(cString: curses_codeset()).uppercased() == "UTF-8" }
  if curses_use_locale(""), isUTF8() { return true }
  guard namesUTF8(environment) else { return false }
  return curses_use_locale("C.UTF-8") && isUTF8()
}

/// Whether the text locale is UTF-8 by name, installed or not.
///
/// The first of these variables that is set counts.
package func namesUTF8(_ environment: [String: String]) -> Bool {
  let named = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }
    .first { !$0.isEmpty }
  guard let named else { return true }
  // language_TERRITORY.codeset@modifier, or the codeset alone.
  let locale = named.prefix { $0 != "@" }
  let codeset = locale.split(separator: ".", maxSplits: 1).last ?? ""
  return codeset.uppercased().filter { $0 != "-" } == "UTF8"
}

extension Curses {
  /// The bytes that change the shown frame into a new one and place the cursor.
  func put(_ frame: Frame, over shown: Frame?, pairs: inout ColorPairs) -> [UInt8] {
    let known = shown.flatMap { $0.size == frame.size ? $0 : nil }
    if known == nil { erase() }
    let columns = frame.size.columns
    let width = min(columns, Int(curses_columns()))
    for row in 0..<min(frame.size.rows, Int(curses_rows())) {
      let cells = frame.cells[row * columns..<row * columns + width]
      if let known, isSame(known.cells[cells.indices], cells) { continue }
      putRow(cells, row, &pairs, isUTF8: isUTF8)
    }
    if let cursor = frame.cursor {
      curses_place_cursor(Int32(cursor.row), Int32(cursor.column))
    } else {
      curses_place_cursor(-1, 0)
    }
    curses_update()
    return output.take()
  }

  /// Makes the next frame be drawn completely.
  func forgetScreen() {
    curses_forget_screen()
  }

  /// Takes the terminal's current size and returns it.
  func fit(to file: TerminalFile) -> Size {
    if let (rows, columns) = file.size, rows != curses_rows() || columns != curses_columns() {
      curses_resize(Int32(rows), Int32(columns))
      curses_forget_screen()
    }
    return Size(rows: Int(curses_rows()), columns: Int(curses_columns()))
  }
}

/// Whether two rows are equal, compared by bytes, since cells have no padding.
///
/// Nearly all rows of a screen stay the same.
private func isSame(_ one: ArraySlice<Cell>, _ other: ArraySlice<Cell>) -> Bool {
  one.withUnsafeBytes { one in
    other.withUnsafeBytes { other in
      guard one.count == other.count, let a = one.baseAddress, let b = other.baseAddress
      else { return one.count == other.count }
      return memcmp(a, b, one.count) == 0
    }
  }
}
