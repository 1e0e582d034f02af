import CNcurses
import Glibc

/// The terminfo description of a terminal.
///
/// There is one at a time, since the library's state is global.
@MainActor
struct TerminalDescription {
  /// The environment, in which `TERM` names the used entry.
  var environment: [String: String]
  /// The compiled entry, validated before ncurses reads it; nil if it is not in a file of its own.
  var entry: TerminfoEntry?
  var modes: Modes
  var keys: TerminalKeys

  /// The description of the terminal in `TERM`, or else of a similar one.
  static func find(
    _ environment: [String: String], _ file: TerminalFile
  ) throws(TerminalError) -> TerminalDescription {
    do throws(TerminalError) {
      return try TerminalDescription(environment, file)
    } catch {
      guard case .termNotKnown(let term) = error else { throw error }
      for name in standIns(for: term) where name != term {
        let named = environment.merging(["TERM": name]) { $1 }
        if let found = try? TerminalDescription(named, file) { return found }
      }
      throw error
    }
  }

  private init(
    _ environment: [String: String], _ file: TerminalFile
  ) throws(TerminalError) {
    let term = environment["TERM"] ?? ""
    guard !term.isEmpty else { throw .termNotSet }
    do throws(DamagedTerminfoError) {
      entry = try terminfoEntry(for: term, environment: environment)
    } catch {
      throw .entryDamaged(term, file: error.file, reason: error.reason)
    }
    guard curses_describe(term, file.descriptor) else { throw .termNotKnown(term) }
    guard curses_capability("cup") != nil, curses_capability("clear") != nil else {
      throw .termTooSimple(term)
    }
    func capability(_ name: String) -> [UInt8] {
      curses_capability(name).map { withoutPadding(Array(String(cString: $0).utf8)) } ?? []
    }
    self.environment = environment
    modes = Modes(hasProtocols: TerminalQueries.knowsProtocols(environment), capability: capability)
    keys = TerminalKeys(capability: capability)
  }
}

/// The terminals whose terminfo entries can replace a missing one, the most similar first.
///
/// Terminals that are newer than this machine's terminfo, often reached by SSH, understand the
/// sequences of xterm.
package func standIns(for term: String) -> [String] {
  let name = term.lowercased()
  if ["tmux", "screen"].contains(where: name.hasPrefix) {
    return ["screen-256color", "screen", "xterm-256color"]
  }
  return likeXterm.contains(where: name.hasPrefix) ? ["xterm-256color", "xterm"] : []
}

private let likeXterm = [
  "xterm", "alacritty", "contour", "foot", "ghostty", "gnome", "iterm", "kitty", "konsole",
  "mintty",
  "mlterm", "ms-terminal", "nsterm", "putty", "rio", "rxvt-unicode", "st-", "vscode", "vte", "warp",
  "wezterm",
]
