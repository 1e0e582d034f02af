import CPosix

/// The byte strings that set up a terminal, and those that undo it.
package struct Modes: Sendable, Equatable {
  package var mouse = Mouse.off
  /// Whether bracketed paste was on before, for example by the line editor of the shell.
  package var wasPasteOn = false
  /// Whether meta-sends-escape (mode 1036) was on before, as by default in some terminals.
  package var wasMetaOn = false
  private let own: Capabilities
  private let hasProtocols: Bool

  /// Creates the modes from a terminal's capabilities, by terminfo names.
  ///
  /// `hasProtocols` means that unknown sequences do no harm: an old Linux console prints the end of
  /// the sequences of kitty's keyboard protocol.
  package init(hasProtocols: Bool = true, capability: (String) -> [UInt8]) {
    own = Capabilities(capability)
    self.hasProtocols = hasProtocols
  }

  /// Records whether a mode of the terminal was on before.
  mutating func note(_ mode: Int, wasOn: Bool) {
    switch mode {
    case 2004: wasPasteOn = wasOn
    case 1036: wasMetaOn = wasOn
    default: break
    }
  }

  package var hideCursor: [UInt8] { own.hideCursor }
  package var showCursor: [UInt8] { own.showCursor }

  /// Switches to the other screen, on which some terminals also save the title, and sends `once`.
  package var enter: [UInt8] { own.otherScreen + once }

  /// The sequences that must not be sent twice: they save the modes that were on, and push kitty's
  /// keyboard flags, for which each screen has a stack.
  package var once: [UInt8] {
    bytes("\u{1b}[?1004;1036;2004;2031s") + (hasProtocols ? bytes("\u{1b}[>\(keyboardFlags)u") : [])
  }

  /// All other sequences, which can be sent twice.
  package var again: [UInt8] {
    // 1036: otherwise xterm by default sends Alt-j as ê, which cannot be told from typing.
    own.keypad + bytes("\u{1b}[?1004;1036;2004;2031h")
      + (hasProtocols ? bytes("\u{1b}[=\(keyboardFlags)u") : [])
      + (mouse == .off ? [] : Self.mouseOn) + hideCursor
  }

  /// Undoes everything, at any moment.
  package var leave: [UInt8] {
    Self.endUpdate + Self.mouseOff + bytes("\u{1b}[?1004;2031l\u{1b}[?1004;2031r")
      + (wasPasteOn ? [] : bytes("\u{1b}[?2004l\u{1b}[?2004r"))
      + (wasMetaOn ? [] : bytes("\u{1b}[?1036l\u{1b}[?1036r"))
      + (hasProtocols ? bytes("\u{1b}[<u") : []) + own.plainKeypad + own.plainColors
      + own.wholeScreen + showCursor
      + (own.firstScreen.isEmpty ? own.lastLineOfEmpty : own.firstScreen)
  }

  /// Sent around a frame: a terminal that knows mode 2026 shows it in one piece.
  ///
  /// Others ignore it.
  static let beginUpdate = bytes("\u{1b}[?2026h")
  static let endUpdate = bytes("\u{1b}[?2026l")

  /// Reports buttons and the wheel in decimal numbers.
  static let mouseOn = bytes("\u{1b}[?1000;1006h")
  static let mouseOff = bytes("\u{1b}[?1000;1006l")

  /// Resets modes that a shell, or a program in it, may have left on when it was killed or stopped.
  static let resetAfterPrograms = bytes(
    "\u{1b}[?1;2004s\u{1b}[?1000;1002;1003;1004;1006;2004;2031l\u{1b}[?1l\u{1b}>\u{1b}[?25h\u{1b}[0m"
  )
  /// Restores those modes that a line editor does not set again when it continues.
  static let restoreForPrograms = bytes("\u{1b}[?1;2004r")
}

/// Flags of kitty's protocol: 1 distinguishes keys that would send the same bytes, so that Escape
/// needs no delay; 4 reports the position of keys of other alphabets.
private let keyboardFlags = 1 | 4

/// The capabilities of a terminal.
private struct Capabilities: Equatable {
  var otherScreen, firstScreen, keypad, plainKeypad, plainColors, hideCursor, showCursor: [UInt8]
  /// Ends a scroll region: before curses knows a new size, it leaves a region of the old size.
  var wholeScreen: [UInt8]
  /// For a terminal with one screen: clears it, and puts the cursor where the prompt does not move
  /// later output.
  var lastLineOfEmpty: [UInt8]

  init(_ named: (String) -> [UInt8]) {
    otherScreen = named("smcup")
    firstScreen = named("rmcup")
    keypad = named("smkx")
    plainKeypad = named("rmkx")
    plainColors = named("op") + named("sgr0")
    hideCursor = named("civis")
    showCursor = named("cnorm")
    // A terminal with ANSI cursor addressing stops at its last line.
    let isANSI = named("cup").starts(with: bytes("\u{1b}["))
    wholeScreen = named("csr").starts(with: bytes("\u{1b}[")) ? bytes("\u{1b}[r") : []
    lastLineOfEmpty = named("clear") + (isANSI ? bytes("\u{1b}[999;1H") : [])
  }
}

func bytes(_ text: String) -> [UInt8] {
  Array(text.utf8)
}

/// A capability without the delays of terminfo (`$<5>`), which only hardware terminals needed.
package func withoutPadding(_ capability: [UInt8]) -> [UInt8] {
  var kept: [UInt8] = []
  var rest = capability[...]
  while let byte = rest.first {
    if rest.starts(with: [UInt8(ascii: "$"), UInt8(ascii: "<")]),
      let end = rest.firstIndex(of: UInt8(ascii: ">"))
    {
      rest = rest[(end + 1)...]
    } else {
      kept.append(byte)
      rest.removeFirst()
    }
  }
  return kept
}

/// The queries to a terminal.
enum TerminalQueries {
  /// Whether the terminal answers queries, or ignores unknown ones.
  ///
  /// GNU screen prints the answers of the terminal outside it.
  static func canBeAsked(_ environment: [String: String]) -> Bool {
    knowsProtocols(environment) && environment["STY", default: ""].isEmpty
  }

  /// Whether unknown sequences do no harm on the terminal.
  static func knowsProtocols(_ environment: [String: String]) -> Bool {
    !["dumb", "linux"].contains(environment["TERM"])
  }

  /// Asks, before any mode is set, whether bracketed paste and meta-sends-escape are on.
  static let first = bytes("\u{1b}[?2004$p\u{1b}[?1036$p")
  /// Asks whether the theme is light or dark, and for `background`.
  static let colors = bytes("\u{1b}[?996n") + background
  /// Asks for the background, and then for the attributes, which every terminal answers.
  static let background = bytes("\u{1b}]11;?\u{1b}\\\u{1b}[c")
}

/// Stores the byte strings of the terminal guard for the signal handlers.
///
/// A string that is too long counts as empty; no terminfo entry and no label is that long.
func storeGuardBytes(enter: [UInt8], again: [UInt8], leave: [UInt8]) {
  for (part, bytes) in [
    (SWITCHBACK_ENTER, enter), (SWITCHBACK_AGAIN, again), (SWITCHBACK_LEAVE, leave),
  ] where !switchback_keep(Int32(part), bytes, bytes.count) {
    _ = switchback_keep(Int32(part), [], 0)
  }
}
