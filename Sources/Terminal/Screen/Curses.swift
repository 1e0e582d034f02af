import CNcurses
import CPosix
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

  /// The terminal's compiled entry, looked through before ncurses reads it; nil where it is no file of its own.
  static func entry(_ environment: [String: String]) throws(TerminalProblem) -> CompiledEntry? {
    let term = environment["TERM"] ?? ""
    guard !term.isEmpty else { throw .termNotSet }
    do throws(DamagedEntry) {
      return try compiledEntry(for: term, environment: environment)
    } catch {
      throw .entryDamaged(term, file: error.file, reason: error.reason)
    }
  }

  /// What terminfo knows of a terminal.
  static func describe(
    _ environment: [String: String], _ file: TerminalFile
  ) throws(TerminalProblem) -> Modes {
    let term = environment["TERM"] ?? ""
    guard curses_describe(term, file.descriptor) else { throw .termNotKnown(term) }
    guard curses_capability("cup") != nil, curses_capability("clear") != nil else {
      throw .termTooSimple(term)
    }
    return Modes(hasProtocols: Questions.knowsProtocols(environment)) { name in
      curses_capability(name).map { withoutPadding(Array(String(cString: $0).utf8)) } ?? []
    }
  }

  /// Sets the terminal up; the other screen is on it afterwards.
  ///
  /// `entry` and `describe` must have come before.
  init(
    _ terminal: TerminalFile, _ environment: [String: String], _ choice: ColorChoice,
    _ entry: CompiledEntry?
  ) throws(TerminalProblem) {
    let term = environment["TERM"] ?? ""
    let known = Int(tigetnum("colors"))
    let depth = choice.depth(
      environment: environment, colors: known, direct: tigetflag("RGB") > 0 || tigetflag("Tc") > 0)
    let needsMore = depth.needsMore(than: known)
    let entry = entry.flatMap { needsMore ? $0.with(depth) : $0 }?.withoutCharacterSets
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
/// It is, too, where nobody has chosen a locale: terminals are.
package func chooseTextLocale(_ environment: [String: String]) -> Bool {
  func isUTF8() -> Bool { String(cString: curses_codeset()).uppercased() == "UTF-8" }
  let chosen = ["LC_ALL", "LC_CTYPE", "LANG"].contains { environment[$0]?.isEmpty == false }
  if curses_use_locale(""), isUTF8() { return true }
  return !chosen && curses_use_locale("C.UTF-8") && isUTF8()
}
