package import Canvas

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
