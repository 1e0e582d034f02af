import CNcurses
import Canvas

/// ncurses' attributes and colour pairs for the styles in use.
@MainActor
struct ColorPairs {
  let palette: Palette
  private var renditions: [Style: Rendition] = [:]
  private var pairs: [Colors: Int32] = [:]

  struct Rendition {
    var attributes: attr_t
    var pair: Int32
  }

  private struct Colors: Hashable {
    var foreground: Int32
    var background: Int32
  }

  init(palette: Palette) {
    self.palette = palette
  }

  /// So many pairs cost next to nothing; ncurses becomes slow when it has to take old ones back.
  private var isFull: Bool { pairs.count >= min(200, Int(curses_pair_count()) - 1) }

  /// Frees all pairs where there are too many.
  ///
  /// True where that has changed what is on the screen.
  mutating func reset() -> Bool {
    guard palette.depth != .none, isFull else { return false }
    reset_color_pairs()
    renditions = [:]
    pairs = [:]
    return true
  }

  mutating func rendition(for style: Style) -> Rendition {
    if let known = renditions[style] { return known }
    let shown = palette.rendition(for: style)
    let colors = Colors(foreground: shown.foreground, background: shown.background)
    let ink = Rendition(attributes: attributes(shown.attributes), pair: pair(for: colors))
    renditions[style] = ink
    return ink
  }

  private mutating func pair(for colors: Colors) -> Int32 {
    guard colors.foreground >= 0 || colors.background >= 0 else { return 0 }
    if let known = pairs[colors] { return known }
    let pair = max(0, alloc_pair(colors.foreground, colors.background))
    pairs[colors] = pair
    return pair
  }
}

private func attributes(_ attributes: Style.Attributes) -> attr_t {
  var all: attr_t = 0
  if attributes.contains(.bold) { all |= curses_bold }
  if attributes.contains(.dim) { all |= curses_dim }
  if attributes.contains(.underline) { all |= curses_underline }
  if attributes.contains(.reverse) { all |= curses_reverse }
  return all
}
