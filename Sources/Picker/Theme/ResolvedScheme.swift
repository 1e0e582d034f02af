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

extension ResolvedScheme {
  /// The surface of the current row: the scheme's selection colour, or the page reversed where that
  /// cannot be told from the page.
  func selection(on page: Surface) -> Surface {
    let wanted = isAdjusted ? balanced(self[0x02], on: page) : self[0x02]
    let background = wanted.shown(at: depth)
    let isSeen = background.contrast(with: page.ground).map { !isAdjusted || $0 >= 1.1 } ?? true
    guard background != .standard, isSeen else { return reversed(page) }
    return Surface(self, on: background, ground: ground(of: background))
  }

  /// A background no nearer to the page than can be seen, and no further than lets the page's text
  /// be read on it.
  private func balanced(_ color: Color, on page: Surface) -> Color {
    let onTheWay = (0...10).map { color.mixed(with: page.ground, Double($0) / 10) }
      .filter { ($0.contrast(with: page.ground) ?? 1) >= leastVisibleContrast }
    guard let nearest = onTheWay.last else {
      return color.legible(on: page.ground, atLeast: leastVisibleContrast)
    }
    return onTheWay.first { (page.text.foreground.contrast(with: $0) ?? 0) >= 4.5 } ?? nearest
  }

  private func reversed(_ page: Surface) -> Surface {
    let text = page.text.foreground
    guard text.hex == nil else { return Surface(self, on: text, ground: text) }
    // Its colours, reversed, would be patches of background under text that is not made for them.
    return Surface(terminalDefault, on: .standard, ground: page.ground.textColor, isReversed: true)
  }
}

/// The contrast with the page below which a row's background goes unseen.
private let leastVisibleContrast = 1.25
