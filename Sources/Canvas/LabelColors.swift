/// The ways in which a prompt or a line of text can show an entry's colour.
package enum LabelColors: Sendable, Hashable {
  /// No escape sequences at all.
  case unstyled
  /// Reverse video, without colour.
  case reverse
  /// The first 8 of the terminal's own colours, if it has at most 16.
  case ansi16
  /// The 240 fixed colours of 256: the first 16 can be redefined.
  case indexed
  case truecolor

  /// The colours that the terminal described by the environment can show and `NO_COLOR` allows.
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

  /// The number of colours.
  package var depth: ColorDepth {
    switch self {
    case .unstyled, .reverse: .none
    case .ansi16: .ansi16
    case .indexed: .indexed256
    case .truecolor: .truecolor
    }
  }
}

/// True for terminals whose terminfo entries have 8 or 16 colours, as the picker uses them.
private func hasFewColors(_ terminal: String) -> Bool {
  let names = [
    "ansi", "cygwin", "eterm-color", "konsole", "linux", "putty", "rxvt", "screen", "tmux", "xterm",
  ]
  return names.contains(terminal) || terminal.hasSuffix("-16color")
}

extension LabelColors {
  /// The parameters of the SGR sequence (ECMA-48, 8.3.117) for a label of this colour; nil for
  /// none.
  ///
  /// They consist of digits and semicolons only.
  package func parameters(for color: Color) -> String? {
    // The same as the picker's badge: the nearest colour, and black or white by contrast.
    let shown = color.shown(at: depth)
    let isWhite = shown.xterm?.textColor == .white
    return switch (self, shown) {
    case (.unstyled, _): nil
    case (.ansi16, .ansi(let index)): isWhite ? "0;1;37;\(40 + index)" : "0;30;\(40 + index)"
    case (.indexed, .rgb(let red, let green, let blue)):
      "0;48;5;\(nearestIndex(red, green, blue));38;5;\(isWhite ? 231 : 16)"
    case (.truecolor, .rgb(let red, let green, let blue)):
      "0;48;2;\(red);\(green);\(blue);38;2;\(isWhite ? "255;255;255" : "0;0;0")"
    case (.reverse, _), (.ansi16, _), (.indexed, _), (.truecolor, _): "0;1;7"
    }
  }
}
