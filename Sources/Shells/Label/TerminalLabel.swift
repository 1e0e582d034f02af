package import Canvas
import Text

/// The bytes that set the terminal's title and marks for an identity, and those that restore them.
///
/// Restoring also resets the modes that a killed shell had switched on.
package struct TerminalLabel: Sendable, Equatable {
  package var set: [UInt8]
  package var undo: [UInt8]

  /// The label for a terminal; empty if the terminal has no title, or cannot restore it (the Linux
  /// console, GNU screen).
  package init(
    _ identity: Identity, marks: TerminalMarks = TerminalMarks(), environment: [String: String]
  ) {
    guard supportsTitles(environment) else {
      self.init(set: [], undo: [])
      return
    }
    // XTWINOPS 22 and 23 push and pop the title (xterm, ctlseqs); OSC 2 sets it.
    let title = "\u{1B}[22;0t\u{1B}]2;\(identity.title)\u{1B}\\"
    let undo = promptReset + marks.undo(environment) + "\u{1B}[23;0t"
    self.init(
      set: Array((title + marks.set(identity.color, environment)).utf8), undo: Array(undo.utf8))
  }

  package init(set: [UInt8], undo: [UInt8]) {
    self.set = set
    self.undo = undo
  }
}

/// Resets the modes of a shell killed at its prompt: colours, bracketed paste, cursor keys, keypad.
private let promptReset = "\u{1B}[0m\u{1B}[?2004l\u{1B}[?1l\u{1B}>"

/// Whether titles can be set and restored on the terminal that the environment describes.
func supportsTitles(_ environment: [String: String]) -> Bool {
  let terminal = environment["TERM"] ?? ""
  let without = ["dumb", "unknown", "linux", "vt100", "vt102", "vt220"]
  return !terminal.isEmpty && !without.contains(terminal) && environment["STY"] == nil
}

extension Identity {
  var title: String {
    // The text after a long name is always shown.
    let name = label.prefix(100) + (isReadOnly ? " (read-only)" : "")
    let parts = [String(name), accountID?.cleaned, roleName?.cleaned].compactMap { $0 }
    return String(parts.joined(separator: " · ").prefix(200))
  }
}

/// The parts of a terminal, besides its title, that show an entry's colour, by the user's settings.
package struct TerminalMarks: Sendable, Hashable {
  /// The share of the colour in the background, from 0 to 1.
  package var tint: Double
  /// The background without a tint; nil if it is not known.
  package var background: Color?
  /// The background to restore: in a nested shell, that of the outer shell.
  package var original: Color?
  /// Whether the tab is coloured, on terminals that support it.
  package var colorsTab: Bool

  package init(
    tint: Double = 0, background: Color? = nil, original: Color? = nil, colorsTab: Bool = false
  ) {
    self.tint = tint
    self.background = background
    self.original = original ?? background
    self.colorsTab = colorsTab
  }
}

extension TerminalMarks {
  /// The sequences that set the marks; parts without a mark are restored.
  func set(_ color: Color, _ environment: [String: String]) -> String {
    guard let hex = color.hex?.dropFirst() else { return undo(environment) }
    var text = ""
    if let background {
      text += sequence(background: tint > 0 ? background.mixed(with: color, tint) : background)
    }
    if colorsTab { text += TabColoring(environment)?.set(String(hex)) ?? "" }
    return text
  }

  /// The sequences that remove all marks.
  func undo(_ environment: [String: String]) -> String {
    let tab = colorsTab ? TabColoring(environment)?.undo ?? "" : ""
    return (original.map(sequence(background:)) ?? "") + tab
  }
}

/// xterm's OSC 11, which sets the background.
private func sequence(background: Color) -> String {
  guard case .rgb(let red, let green, let blue) = background else { return "" }
  let channels = [red, green, blue].map(twoHexDigits)
  return "\u{1B}]11;rgb:\(channels.joined(separator: "/"))\u{1B}\\"
}

private func twoHexDigits(_ value: UInt8) -> String {
  (value < 16 ? "0" : "") + String(value, radix: 16)
}

/// How each terminal colours its tab; not inside tmux or screen, which do not pass it on.
private enum TabColoring {
  case iTerm, kitty, windowsTerminal

  init?(_ environment: [String: String]) {
    guard environment["TMUX"] == nil, environment["STY"] == nil else { return nil }
    if environment["TERM_PROGRAM"] == "iTerm.app" || environment["LC_TERMINAL"] == "iTerm2" {
      self = .iTerm
    } else if environment["KITTY_WINDOW_ID"] != nil {
      self = .kitty
    } else if environment["WT_SESSION"] != nil {
      self = .windowsTerminal
    } else {
      return nil
    }
  }

  /// `hex` has six digits.
  func set(_ hex: String) -> String {
    switch self {
    case .iTerm: "\u{1B}]1337;SetColors=tab=\(hex)\u{07}"
    case .kitty: kitty("\(Int(hex, radix: 16) ?? 0)")
    case .windowsTerminal:
      "\u{1B}]4;264;rgb:\(hex.prefix(2))/\(hex.dropFirst(2).prefix(2))/\(hex.suffix(2))\u{1B}\\"
    }
  }

  var undo: String {
    switch self {
    case .iTerm: "\u{1B}]1337;SetColors=tab=default\u{07}"
    case .kitty: kitty("null")
    case .windowsTerminal: "\u{1B}]104;264\u{1B}\\"
    }
  }

  /// kitty's remote control (kitty, "The kitty remote control protocol"), which the user must
  /// allow.
  private func kitty(_ color: String) -> String {
    let command =
      #"{"cmd":"set-tab-color","version":[0,20,0],"no_response":true,"payload":{"self":true,"#
      + #""colors":{"active_bg":\#(color),"inactive_bg":\#(color)}}}"#
    return "\u{1B}P@kitty-cmd\(command)\u{1B}\\"
  }
}
