import CNcurses
import Canvas

/// The ncurses attributes and colour pairs of the styles in use.
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

  /// Whether there are too many pairs: this number costs next to nothing, but ncurses is slow when
  /// it has to reuse old ones.
  private var isFull: Bool { pairs.count >= min(200, Int(curses_pair_count()) - 1) }

  /// Frees all pairs if there are too many.
  ///
  /// It returns true if that has changed the screen.
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
    let rendition = Rendition(attributes: attributes(shown.attributes), pair: pair(for: colors))
    renditions[style] = rendition
    return rendition
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
