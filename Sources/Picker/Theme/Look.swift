package import Accounts
package import Canvas

/// The look of the screen: its theme, and whether it may draw more than ASCII.
package struct Look: Equatable, Sendable {
  /// The schemes for dark and for light terminals.
  private let dark, light: Scheme
  /// Whether only ASCII can be drawn, because the locale is not UTF-8.
  package let ascii: Bool
  private var depth: ColorDepth
  private var isLight: Bool
  /// The terminal's own background, once it has reported it.
  private var background: Color?
  package private(set) var theme: Theme

  /// Creates the look for a pair of schemes.
  ///
  /// Until `shown` says otherwise, the terminal is assumed to be dark and to show any colour.
  package init(dark: Scheme = .terminal, light: Scheme = .terminal, ascii: Bool = false) {
    self.dark = dark
    self.light = light
    self.ascii = ascii
    depth = .truecolor
    isLight = false
    theme = Theme(scheme: dark)
  }

  /// Whether light and dark terminals get different colours.
  package var followsTerminal: Bool { dark != light }

  var marks: Marks { ascii ? .ascii : .unicode }
}

extension Look {
  /// The look on a terminal with a given colour depth.
  package func shown(at depth: ColorDepth) -> Look {
    changed { $0.depth = depth }
  }

  /// The look on a terminal that reports that it is light or dark now.
  ///
  /// Its background is no longer known.
  package func shown(onLight isLight: Bool) -> Look {
    changed {
      $0.isLight = isLight
      $0.background = nil
    }
  }

  /// The look on a terminal that has reported its background.
  package func shown(on background: Color) -> Look {
    changed {
      $0.isLight = background.isLight ?? $0.isLight
      $0.background = background
    }
  }

  private func changed(_ change: (inout Look) -> Void) -> Look {
    var look = self
    change(&look)
    let isSame = (look.depth, look.isLight, look.background) == (depth, isLight, background)
    guard !isSame else { return self }
    look.theme = Theme(
      scheme: look.isLight ? light : dark, at: look.depth,
      terminal: look.background ?? (look.isLight ? .white : .black))
    return look
  }
}

/// The characters that the screen is drawn with.
struct Marks: Equatable, Sendable {
  /// `edge` stands in a cell whose colour cannot be seen without it.
  var pointer, mark, bar, edge, prompt, ellipsis, rule, side, folded, unfolded, thumb, track: String
  var topLeft, topRight, bottomLeft, bottomRight: String

  static let unicode = Marks(
    pointer: "▸", mark: "✓", bar: "▌", edge: "▏", prompt: "❯", ellipsis: "…", rule: "─",
    side: "│", folded: "▹", unfolded: "▿", thumb: "▐", track: " ", topLeft: "╭", topRight: "╮",
    bottomLeft: "╰", bottomRight: "╯")
  static let ascii = Marks(
    pointer: ">", mark: "+", bar: "|", edge: "|", prompt: ">", ellipsis: "..", rule: "-",
    side: "|", folded: "+", unfolded: "-", thumb: "#", track: " ", topLeft: "+", topRight: "+",
    bottomLeft: "+", bottomRight: "+")
}

extension Look {
  /// A thin bar in an entry's colour; blank on a terminal without colours.
  ///
  /// In true colour, the colour is made lighter or darker until it is visible on the surface. With
  /// 256 colours or fewer, the next colour would be a different one. There the bar has the colour
  /// of a badge and the prompt, with an edge if that is hard to see.
  func bar(_ color: Color, on surface: Surface) -> (text: String, style: Style) {
    var style = surface.fill
    switch theme.depth {
    case .none: return (" ", style)
    case .truecolor: style.foreground = color.legible(on: surface.ground, atLeast: 3)
    case .ansi16, .indexed256:
      let shown = color.shown(at: theme.depth)
      guard shown.isIndistinct(on: surface.ground) else {
        style.foreground = shown
        break
      }
      if style.attributes.contains(.reverse) {
        style.foreground = shown
      } else {
        style.background = shown
      }
      return (marks.edge, style)
    }
    return (marks.bar, style)
  }
}

extension Color {
  /// Whether this colour, as a terminal shows it, is hard to tell from its background.
  func isIndistinct(on ground: Color) -> Bool {
    xterm?.contrast(with: ground).map { $0 < 3 } ?? false
  }
}

extension Look {
  /// Two columns in an entry's colour, with edges if it could not be told from the surface; blank
  /// on a terminal without colours.
  package func swatch(_ color: Color, on surface: Surface) -> (text: String, style: Style) {
    let shown = color.shown(at: theme.depth)
    guard shown != .standard else { return ("  ", surface.fill) }
    return (
      shown.isIndistinct(on: surface.ground) ? (ascii ? "[]" : "▏▕") : "  ", theme.badge(color)
    )
  }
}
