import Canvas

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
