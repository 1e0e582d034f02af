import CNcurses
import Canvas
import Glibc

/// ncurses on a terminal: output only.
///
/// One at a time, since the library's state is global.
@MainActor
struct Curses {
  private let screen: OpaquePointer
  private let file: UnsafeMutablePointer<FILE>
  let output: UpdateBuffer
  let palette: Palette
  let isUTF8: Bool

  /// Sets the terminal up; the other screen is on it afterwards.
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
    // It flushes what newterm has written: from here on a signal may take back the other screen.
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
  /// True where an entry with so many colours does not let ncurses show this depth.
  fileprivate func needsMore(than colors: Int) -> Bool {
    switch self {
    case .none: false
    // Other entries for direct colours number them in ways of their own.
    case .truecolor: true
    case .ansi16: colors < 8
    case .indexed256: colors < 256
    }
  }
}

/// The palette that ncurses can really show.
@MainActor
private func startColors(_ depth: ColorDepth, known: Int) -> Palette {
  guard depth != .none, curses_use_colors() else { return Palette(depth: .none, count: 0) }
  let possible: ColorDepth = known >= 0x100_0000 ? .truecolor : known >= 256 ? .indexed256 : .ansi16
  return Palette(depth: min(depth, possible), count: known)
}

/// Calls newterm with what it reads of the environment changed for that long.
///
/// `LINES` and `COLUMNS` would fix the size for ever (ncurses 6.4 heeds them whatever `use_env`
/// says).
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

/// Chooses the locale of text that the environment names; true where text can be UTF-8.
///
/// It is UTF-8, too, where no locale is named, since terminals are, and where one is named that is not installed
/// here: a container has few locales, and macOS names `UTF-8` itself over SSH.
package func chooseTextLocale(_ environment: [String: String]) -> Bool {
  func isUTF8() -> Bool { String(cString: curses_codeset()).uppercased() == "UTF-8" }
  if curses_use_locale(""), isUTF8() { return true }
  guard namesUTF8(environment) else { return false }
  return curses_use_locale("C.UTF-8") && isUTF8()
}

/// True where the locale of text is to be UTF-8, installed or not: the first of these variables counts that is set.
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
