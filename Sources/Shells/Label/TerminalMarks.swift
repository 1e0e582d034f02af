package import Canvas

/// What of a terminal, besides its title, wears an entry's colour, by choice.
package struct TerminalMarks: Sendable, Hashable {
  /// How much of the colour is mixed into the background: 0 for none, 1 for all.
  package var tint: Double
  /// The background without any tint; nil where the terminal has not said.
  package var background: Color?
  /// The background to give back: in a shell in another one, that one's.
  package var original: Color?
  /// Whether the tab is coloured, where the terminal is known to be able to.
  package var colorsTab: Bool

  package init(
    tint: Double = 0, background: Color? = nil, found: Color? = nil, colorsTab: Bool = false
  ) {
    self.tint = tint
    self.background = background
    self.original = found ?? background
    self.colorsTab = colorsTab
  }
}

extension TerminalMarks {
  /// The sequences that put the marks on; what is not to be marked is as it was found.
  func set(_ color: Color, _ environment: [String: String]) -> String {
    guard let hex = color.hex?.dropFirst() else { return undo(environment) }
    var text = ""
    if let background {
      text += sequence(background: tint > 0 ? background.mixed(with: color, tint) : background)
    }
    if colorsTab { text += TabColoring(environment)?.set(String(hex)) ?? "" }
    return text
  }

  /// The sequences that take them off, whatever is on.
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

/// How a terminal's tab is coloured, each terminal in a way of its own; inside tmux or screen nothing of it arrives.
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

  /// kitty's remote control (kitty, "The kitty remote control protocol"), which its owner must have allowed.
  private func kitty(_ color: String) -> String {
    let command =
      #"{"cmd":"set-tab-color","version":[0,20,0],"no_response":true,"payload":{"self":true,"#
      + #""colors":{"active_bg":\#(color),"inactive_bg":\#(color)}}}"#
    return "\u{1B}P@kitty-cmd\(command)\u{1B}\\"
  }
}
