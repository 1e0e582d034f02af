package import Accounts
package import Canvas

/// How the screen looks: its theme, and whether it may draw more than ASCII.
package struct Look: Equatable, Sendable {
  /// The schemes for dark and for light terminals.
  private let dark, light: Scheme
  /// True in a locale that is not UTF-8, where nothing else can be drawn.
  package let ascii: Bool
  private var depth: ColorDepth
  private var isLight: Bool
  /// The terminal's own background, once it has said.
  private var background: Color?
  package private(set) var theme: Theme

  /// The look of a pair of schemes on a terminal, which is taken for a dark one that shows any
  /// colour until `shown` says otherwise.
  package init(dark: Scheme = .terminal, light: Scheme = .terminal, ascii: Bool = false) {
    self.dark = dark
    self.light = light
    self.ascii = ascii
    depth = .truecolor
    isLight = false
    theme = Theme(scheme: dark)
  }

  /// True where a light terminal is shown other colours than a dark one.
  package var followsTerminal: Bool { dark != light }

  var marks: Marks { ascii ? .ascii : .unicode }
}

extension Look {
  /// The look on a terminal that shows so many colours.
  package func shown(at depth: ColorDepth) -> Look {
    changed { $0.depth = depth }
  }

  /// The look on a terminal that says it is light or dark now; of its background nothing is known
  /// any more.
  package func shown(onLight isLight: Bool) -> Look {
    changed {
      $0.isLight = isLight
      $0.background = nil
    }
  }

  /// The look on a terminal that has said what its background is.
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

/// The signs that the screen is drawn with.
struct Marks: Equatable, Sendable {
  /// `edge` stands in a cell of a colour that is not seen without it.
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
  /// A thin bar of an entry's colour; blank where there are no colours.
  ///
  /// In true colour it is made lighter or darker as far as it takes to be seen on a surface. With
  /// 256 colours or fewer the next one would be another colour: there it is the one that a badge and
  /// a prompt show, with an edge where that is hard to see.
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
  /// True where this colour, as a terminal shows it, is hard to tell from what it stands on.
  func isIndistinct(on ground: Color) -> Bool {
    xterm?.contrast(with: ground).map { $0 < 3 } ?? false
  }
}

extension Look {
  /// Two columns of an entry's colour, with edges where it could not be told from the surface;
  /// blank where there are no colours.
  package func swatch(_ color: Color, on surface: Surface) -> (text: String, style: Style) {
    let shown = color.shown(at: theme.depth)
    guard shown != .standard else { return ("  ", surface.fill) }
    return (
      shown.isIndistinct(on: surface.ground) ? (ascii ? "[]" : "▏▕") : "  ", theme.badge(color)
    )
  }
}
