import CPosix

/// The byte strings that set a terminal up for us, and those that undo them.
package struct Modes: Sendable, Equatable {
  package var mouse = Mouse.off
  /// A line editor that started us may have bracketed paste on.
  package var wasPasteOn = false
  /// Meta-sends-escape (mode 1036) is on already, as it is by default in some terminals.
  package var wasMetaOn = false
  private let own: Capabilities
  private let hasProtocols: Bool

  /// From a terminal's own capabilities, by terminfo's names.
  ///
  /// `hasProtocols` says that a sequence it does not know does no harm: an old Linux console prints
  /// the end of what kitty's keyboard protocol sends.
  package init(hasProtocols: Bool = true, capability: (String) -> [UInt8]) {
    own = Capabilities(capability)
    self.hasProtocols = hasProtocols
  }

  /// Takes in that the terminal had a mode on, or off, before us.
  mutating func note(_ mode: Int, wasOn: Bool) {
    switch mode {
    case 2004: wasPasteOn = wasOn
    case 1036: wasMetaOn = wasOn
    default: break
    }
  }

  package var hideCursor: [UInt8] { own.hideCursor }
  package var showCursor: [UInt8] { own.showCursor }

  /// To the other screen, where a terminal that keeps its title there pushes it too, and `once`.
  package var enter: [UInt8] { own.otherScreen + once }

  /// What must not be sent twice: what was on is saved, and kitty's keyboard flags are pushed, of
  /// which each screen has a stack.
  package var once: [UInt8] {
    bytes("\u{1b}[?1004;1036;2004;2031s") + (hasProtocols ? bytes("\u{1b}[>\(keyboardFlags)u") : [])
  }

  /// Everything else, harmless when sent twice.
  package var again: [UInt8] {
    // 1036: else an xterm as it comes sends Alt-j as ê, which cannot be told from typing.
    own.keypad + bytes("\u{1b}[?1004;1036;2004;2031h")
      + (hasProtocols ? bytes("\u{1b}[=\(keyboardFlags)u") : [])
      + (mouse == .off ? [] : Self.mouseOn) + hideCursor
  }

  /// Undoes all of it, from whatever moment.
  package var leave: [UInt8] {
    Self.endUpdate + Self.mouseOff + bytes("\u{1b}[?1004;2031l\u{1b}[?1004;2031r")
      + (wasPasteOn ? [] : bytes("\u{1b}[?2004l\u{1b}[?2004r"))
      + (wasMetaOn ? [] : bytes("\u{1b}[?1036l\u{1b}[?1036r"))
      + (hasProtocols ? bytes("\u{1b}[<u") : []) + own.plainKeypad + own.plainColors
      + own.wholeScreen + showCursor
      + (own.firstScreen.isEmpty ? own.lastLineOfEmpty : own.firstScreen)
  }

  /// Around a frame: a terminal that knows mode 2026 shows it in one piece, and others ignore it.
  static let beginUpdate = bytes("\u{1b}[?2026h")
  static let endUpdate = bytes("\u{1b}[?2026l")

  /// Buttons and the wheel, told in decimal numbers.
  static let mouseOn = bytes("\u{1b}[?1000;1006h")
  static let mouseOff = bytes("\u{1b}[?1000;1006l")

  /// What a shell, or what ran in it, may have left on when it was killed or stopped.
  static let resetAfterPrograms = bytes(
    "\u{1b}[?1;2004s\u{1b}[?1000;1002;1003;1004;1006;2004;2031l\u{1b}[?1l\u{1b}>\u{1b}[?25h\u{1b}[0m"
  )
  /// What of it a line editor does not set again by itself when it goes on.
  static let restoreForPrograms = bytes("\u{1b}[?1;2004r")
}

/// Of kitty's protocol: 1, a key that could be another is told apart, and so Escape needs no delay;
/// 4, a key of another alphabet says where it is on the keyboard.
private let keyboardFlags = 1 | 4

/// A terminal's own strings.
private struct Capabilities: Equatable {
  var otherScreen, firstScreen, keypad, plainKeypad, plainColors, hideCursor, showCursor: [UInt8]
  /// Ends a scroll region: curses, which has not heard of a new size yet, leaves one of the old size.
  var wholeScreen: [UInt8]
  /// For a terminal with one screen: clears it, and puts the cursor where the prompt does not move what comes.
  var lastLineOfEmpty: [UInt8]

  init(_ named: (String) -> [UInt8]) {
    otherScreen = named("smcup")
    firstScreen = named("rmcup")
    keypad = named("smkx")
    plainKeypad = named("rmkx")
    plainColors = named("op") + named("sgr0")
    hideCursor = named("civis")
    showCursor = named("cnorm")
    // A terminal that is addressed as ANSI has it stops at its last line.
    let isANSI = named("cup").starts(with: bytes("\u{1b}["))
    wholeScreen = named("csr").starts(with: bytes("\u{1b}[")) ? bytes("\u{1b}[r") : []
    lastLineOfEmpty = named("clear") + (isANSI ? bytes("\u{1b}[999;1H") : [])
  }
}

func bytes(_ text: String) -> [UInt8] {
  Array(text.utf8)
}

/// A capability without terminfo's delays (`$<5>`), which only hardware needed.
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

/// What a terminal is asked about itself.
enum TerminalQueries {
  /// True where the terminal answers, or ignores what it does not know.
  ///
  /// GNU screen prints the answers of the terminal outside it.
  static func canBeAsked(_ environment: [String: String]) -> Bool {
    knowsProtocols(environment) && environment["STY", default: ""].isEmpty
  }

  /// True where a sequence that the terminal does not know does no harm.
  static func knowsProtocols(_ environment: [String: String]) -> Bool {
    !["dumb", "linux"].contains(environment["TERM"])
  }

  /// Before anything is set: whether bracketed paste and meta-sends-escape are on already.
  static let first = bytes("\u{1b}[?2004$p\u{1b}[?1036$p")
  /// Whether the theme is light or dark, and `background`.
  static let colors = bytes("\u{1b}[?996n") + background
  /// The background, and then what every terminal answers.
  static let background = bytes("\u{1b}]11;?\u{1b}\\\u{1b}[c")
}

/// Leaves the byte strings of a hold where signal handlers find them.
///
/// One that is too long, which no terminfo entry and no label is, counts as empty.
func storeGuardBytes(enter: [UInt8], again: [UInt8], leave: [UInt8]) {
  for (part, bytes) in [
    (SWITCHBACK_ENTER, enter), (SWITCHBACK_AGAIN, again), (SWITCHBACK_LEAVE, leave),
  ] where !switchback_keep(Int32(part), bytes, bytes.count) {
    _ = switchback_keep(Int32(part), [], 0)
  }
}
