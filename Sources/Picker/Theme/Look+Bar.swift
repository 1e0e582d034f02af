import Canvas

extension Look {
  /// A thin bar of an entry's colour, moved as far as it takes to be seen on a surface; blank where
  /// there are no colours.
  func bar(_ color: Color, on surface: Surface) -> (text: String, style: Style) {
    let depth = theme.depth
    guard depth != .none else { return (" ", surface.fill) }
    let shown =
      depth == .ansi16
      ? color.legible(on: surface.ground, atLeast: 3).shown(at: depth)
      : color.legible(on: surface.ground, atLeast: 3, at: depth)
    var style = surface.fill
    style.foreground = shown
    return (marks.bar, style)
  }
}
