/// The byte strings that set a terminal up for us, and those that undo them.
struct Modes: Equatable {
  /// To the other screen; a terminal that keeps its title there pushes it too.
  var enter: [UInt8]
  /// Everything else, harmless when sent twice.
  var again: [UInt8]
  /// Undoes all of it, from whatever moment.
  var leave: [UInt8]
  var hideCursor: [UInt8]
  var showCursor: [UInt8]

  /// From a terminal's own capabilities, by terminfo's names.
  init(capability: (String) -> [UInt8]) {
    hideCursor = capability("civis")
    showCursor = capability("cnorm")
    enter = capability("smcup")
    // `?2004s` and `?2004r` keep the terminal's own state: a line editor that started us may have
    // set it.
    again = capability("smkx") + bytes("\u{1b}[?2004s\u{1b}[?2004h") + hideCursor
    leave =
      Self.endUpdate + bytes("\u{1b}[?2004l\u{1b}[?2004r") + capability("rmkx")
      + capability("op") + capability("sgr0") + showCursor + capability("rmcup")
  }

  /// Around a frame: a terminal that knows mode 2026 shows it in one piece, and others ignore it.
  static let beginUpdate = bytes("\u{1b}[?2026h")
  static let endUpdate = bytes("\u{1b}[?2026l")

  /// What a shell, or what ran in it, may have left on when it was killed or stopped.
  static let undoOfPrograms = bytes(
    "\u{1b}[?1;2004s\u{1b}[?1000;1002;1003;1004;1006;2004l\u{1b}[?1l\u{1b}>\u{1b}[?25h\u{1b}[0m")
  /// What of it a line editor does not set again by itself when it goes on.
  static let redoOfPrograms = bytes("\u{1b}[?1;2004r")
}

private func bytes(_ text: String) -> [UInt8] {
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
