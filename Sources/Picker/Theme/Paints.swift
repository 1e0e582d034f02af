import Accounts
import Canvas

/// A scheme's colours for a terminal of some depth.
struct ResolvedScheme: Equatable, Sendable {
  private var colors: [Color]
  let depth: ColorDepth
  /// What the terminal's own background looks like, as far as is known.
  let terminal: Color
  /// False for a scheme as it is written, however little can be read.
  let isAdjusted: Bool

  /// Of 16 colours any two that a scheme tells apart are likely the same: there the terminal's own
  /// stand for what the scheme's mean.
  init(_ scheme: Scheme, at depth: ColorDepth, terminal: Color, isAdjusted: Bool) {
    colors =
      switch depth {
      case .none: []
      case .ansi16: zip(scheme.palette, Scheme.terminal.palette).map { $0.hex == nil ? $0 : $1 }
      case .indexed256, .truecolor: scheme.palette
      }
    self.depth = depth
    self.terminal = terminal
    self.isAdjusted = isAdjusted
  }

  /// A colour by its number in the scheme; the terminal's own where there is none.
  subscript(index: Int) -> Color { colors.indices.contains(index) ? colors[index] : .standard }

  /// A colour for text, moved as far as its contrast on a ground asks.
  func textColor(_ color: Color, on ground: Color, atLeast ratio: Double) -> Color {
    switch color {
    case .standard: .standard
    case .ansi: isReadable(color, on: ground) ? color : .standard
    case .rgb: color.legible(on: ground, atLeast: isAdjusted ? ratio : 0, at: depth)
    }
  }

  /// The terminal's own foreground and background, and nothing else.
  var terminalDefault: ResolvedScheme {
    var paints = self
    paints.colors = []
    return paints
  }

  /// What a background looks like.
  func ground(of background: Color) -> Color { background.xterm ?? terminal }

  /// Blue on black and yellow, green and cyan on white are hard to read in most terminals' colours.
  private func isReadable(_ color: Color, on ground: Color) -> Bool {
    let page: Color = ground.isLight == true ? .white : .black
    return color.xterm?.contrast(with: page).map { $0 >= 3 } ?? true
  }
}
