import Canvas

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
