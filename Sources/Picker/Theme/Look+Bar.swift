import Canvas

extension Look {
  /// A thin bar of an entry's colour, moved as far as it takes to be seen on a surface; blank where there are no
  /// colours.
  func bar(_ color: Color, on surface: Surface) -> (text: String, style: Style) {
    guard theme.depth != .none else { return (" ", surface.fill) }
    let shown = color.legible(on: surface.ground, atLeast: 3).shown(at: theme.depth)
    var style = surface.fill
    style.foreground = shown
    return (marks.bar, style)
  }
}
