import Accounts
import Canvas

/// The colours of a scheme for a terminal with a given colour depth.
struct ResolvedScheme: Equatable, Sendable {
  private var colors: [Color]
  let depth: ColorDepth
  /// The colour of the terminal's own background, as far as it is known.
  let terminal: Color
  /// Whether colours are adjusted to be readable; false shows the scheme as written.
  let isAdjusted: Bool

  /// Resolves a scheme.
  ///
  /// With 16 colours, different colours of a scheme often become the same. There the terminal's own
  /// colours with the same meaning are used.
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

  /// A colour by its number in the scheme; the terminal's own if there is none.
  subscript(index: Int) -> Color { colors.indices.contains(index) ? colors[index] : .standard }

  /// A colour for text, adjusted to the required contrast on a background.
  func textColor(_ color: Color, on ground: Color, atLeast ratio: Double) -> Color {
    switch color {
    case .standard: .standard
    case .ansi: isReadable(color, on: ground) ? color : .standard
    case .rgb: color.legible(on: ground, atLeast: isAdjusted ? ratio : 0, at: depth)
    }
  }

  /// A scheme of the terminal's own foreground and background only.
  var terminalDefault: ResolvedScheme {
    var scheme = self
    scheme.colors = []
    return scheme
  }

  /// The visible colour of a background.
  func ground(of background: Color) -> Color { background.xterm ?? terminal }

  /// Whether an ANSI colour is readable.
  ///
  /// In most terminals blue on black, and yellow, green and cyan on white, are hard to read.
  private func isReadable(_ color: Color, on ground: Color) -> Bool {
    let page: Color = ground.isLight == true ? .white : .black
    return color.xterm?.contrast(with: page).map { $0 >= 3 } ?? true
  }
}

extension ResolvedScheme {
  /// The surface of the current row: the scheme's selection colour, or the page reversed if that
  /// colour cannot be told from the page.
  func selection(on page: Surface) -> Surface {
    let wanted = isAdjusted ? balanced(self[0x02], on: page) : self[0x02]
    let background = wanted.shown(at: depth)
    let isSeen = background.contrast(with: page.ground).map { !isAdjusted || $0 >= 1.1 } ?? true
    guard background != .standard, isSeen else { return reversed(page) }
    return Surface(self, on: background, ground: ground(of: background))
  }

  /// A background that is far enough from the page to be seen, and near enough for the page's text
  /// to be read on it.
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
    // If its colours were reversed, patches of background would be under text that is not made for
    // them.
    return Surface(terminalDefault, on: .standard, ground: page.ground.textColor, isReversed: true)
  }
}

/// The contrast with the page below which a row's background cannot be seen.
private let leastVisibleContrast = 1.25
