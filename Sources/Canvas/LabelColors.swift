/// What a prompt or a line of text may show of an entry's colour.
package enum LabelColors: Sendable, Hashable {
  /// No escape sequence at all.
  case unstyled
  /// Reverse video, without colour.
  case reverse
  /// The first 8 of the terminal's own colours, where it has no more than 16.
  case ansi16
  /// The 240 fixed colours of the 256: the first 16 are the user's own.
  case indexed
  case truecolor

  /// What the terminal that the environment describes can show, and what `NO_COLOR` lets it.
  package init(environment: [String: String]) {
    let terminal = environment["TERM"] ?? ""
    if ["", "dumb", "unknown"].contains(terminal) {
      self = .unstyled
    } else if environment["NO_COLOR"].map({ !$0.isEmpty }) ?? false
      || ["vt100", "vt102", "vt220"].contains(terminal)
    {
      self = .reverse
    } else if ["truecolor", "24bit"].contains(environment["COLORTERM"])
      || terminal.hasSuffix("-direct")
    {
      self = .truecolor
    } else {
      self = hasFewColors(terminal) ? .ansi16 : .indexed
    }
  }

  /// How many colours that is.
  package var depth: ColorDepth {
    switch self {
    case .unstyled, .reverse: .none
    case .ansi16: .ansi16
    case .indexed: .indexed256
    case .truecolor: .truecolor
    }
  }
}

/// True for terminals whose terminfo entries name 8 or 16 colours, which the picker goes by.
private func hasFewColors(_ terminal: String) -> Bool {
  let names = [
    "ansi", "cygwin", "eterm-color", "konsole", "linux", "putty", "rxvt", "screen", "tmux", "xterm",
  ]
  return names.contains(terminal) || terminal.hasSuffix("-16color")
}

extension LabelColors {
  /// The parameters of the SGR sequence (ECMA-48, 8.3.117) that shows a label of this colour: nothing
  /// but digits and semicolons, nil for none.
  package func parameters(for color: Color) -> String? {
    // What the picker's badge shows: the nearest colour, and black or white as is read on that.
    let shown = color.shown(at: depth)
    let isWhite = shown.xterm?.textColor == .white
    return switch (self, shown) {
    case (.unstyled, _): nil
    case (.ansi16, .ansi(let index)): isWhite ? "0;1;37;\(40 + index)" : "0;30;\(40 + index)"
    case (.indexed, .rgb(let red, let green, let blue)):
      "0;48;5;\(nearestIndex(red, green, blue));38;5;\(isWhite ? 231 : 16)"
    case (.truecolor, .rgb(let red, let green, let blue)):
      "0;48;2;\(red);\(green);\(blue);38;2;\(isWhite ? "255;255;255" : "0;0;0")"
    default: "0;1;7"
    }
  }
}
