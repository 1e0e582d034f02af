package import Canvas

/// What a prompt or a line of text may show of an entry's colour.
package enum LabelColors: Sendable, Hashable {
  /// No escape sequence at all.
  case plain
  /// Reverse video, without colour.
  case reverse
  /// The 240 fixed colours of the 256: the first 16 are the user's own.
  case indexed
  case truecolor

  /// What the terminal that the environment describes can show, and what `NO_COLOR` lets it.
  package init(environment: [String: String]) {
    let terminal = environment["TERM"] ?? ""
    if ["", "dumb", "unknown"].contains(terminal) {
      self = .plain
    } else if environment["NO_COLOR"].map({ !$0.isEmpty }) ?? false
      || ["vt100", "vt102", "vt220"].contains(terminal)
    {
      self = .reverse
    } else if ["truecolor", "24bit"].contains(environment["COLORTERM"])
      || terminal.hasSuffix("-direct")
    {
      self = .truecolor
    } else {
      self = .indexed
    }
  }
}

extension LabelColors {
  /// The parameters of the SGR sequence (ECMA-48, 8.3.117) that shows a label of this colour: nothing
  /// but digits and semicolons, nil for none.
  package func parameters(for color: Color) -> String? {
    switch (self, color) {
    case (.plain, _): nil
    case (.indexed, .rgb(let red, let green, let blue)):
      "0;48;5;\(nearestIndex(red, green, blue));38;5;\(color.ink == .white ? 231 : 16)"
    case (.truecolor, .rgb(let red, let green, let blue)):
      "0;48;2;\(red);\(green);\(blue);38;2;\(color.ink == .white ? "255;255;255" : "0;0;0")"
    default: "0;1;7"
    }
  }
}
