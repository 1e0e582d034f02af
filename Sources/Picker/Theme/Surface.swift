package import Canvas

/// The styles for one background, named by their meaning.
package struct Surface: Equatable, Sendable {
  /// The style of empty cells.
  ///
  /// All other styles except `label` have the same background.
  package var fill: Style
  package var text: Style
  /// The style of secondary text: headings and hints.
  package var muted: Style
  package var title: Style
  /// The style of the pointer and the prompt.
  package var accent: Style
  /// The style of the parts of a text that match the query.
  package var match: Style
  /// The names of keys.
  package var key: Style
  package var ok: Style
  package var warning: Style
  package var danger: Style
  /// The style of the mark of an entry.
  package var marked: Style
  /// The style of the label that jumps to a row, which stands out from everything else.
  package var label: Style
  package var border: Style
  package var scrollbarThumb: Style
  package var scrollbarTrack: Style
  /// The visible colour of the background, as far as it is known, to compare other colours with.
  package var ground: Color
}

extension Surface {
  /// A style by name, and the least contrast that it must have with its background (WCAG 2.2).
  package struct Role {
    package var name: String
    package var style: KeyPath<Surface, Style>
    package var leastContrast: Double
  }

  /// All styles except `fill`: contrast 4.5 for text, 3 for anything else.
  package static var roles: [Role] {
    let text: [(String, KeyPath<Surface, Style>)] = [
      ("text", \.text), ("muted", \.muted), ("title", \.title), ("accent", \.accent),
      ("match", \.match), ("key", \.key), ("ok", \.ok), ("warning", \.warning),
      ("danger", \.danger), ("marked", \.marked), ("label", \.label),
    ]
    let lines: [(String, KeyPath<Surface, Style>)] = [
      ("border", \.border), ("scrollbar thumb", \.scrollbarThumb),
      ("scrollbar track", \.scrollbarTrack),
    ]
    return text.map { Role(name: $0, style: $1, leastContrast: 4.5) }
      + lines.map { Role(name: $0, style: $1, leastContrast: 3) }
  }
}

extension Surface {
  /// The styles of a scheme on a background that looks like `ground`.
  ///
  /// If `isReversed` is set, all of them are reversed with the terminal's background.
  init(_ scheme: ResolvedScheme, on background: Color, ground: Color, isReversed: Bool = false) {
    func style(
      _ color: Color, _ attributes: Style.Attributes = [], atLeast ratio: Double = 4.5
    ) -> Style {
      let more: Style.Attributes = isReversed ? .reverse : []
      return Style(
        scheme.textColor(color, on: ground, atLeast: ratio), on: background, attributes.union(more))
    }
    /// In the terminal's own foreground only dimming sets it apart.
    func quiet(_ index: Int, atLeast ratio: Double = 4.5) -> Style {
      let isPlain = scheme[index] == .standard && !isReversed
      return style(scheme[index], isPlain ? .dim : [], atLeast: ratio)
    }
    self.ground = ground
    fill = style(scheme[0x05])
    text = fill
    muted = quiet(0x04)
    title = style(scheme.strongest(on: ground), .bold)
    accent = style(scheme[0x0E], .bold)
    // Only colour, if there is any: each further attribute costs bytes for each matching letter.
    match = style(scheme[0x0C])
    if match.foreground == .standard { match.attributes.formUnion([.bold, .underline]) }
    key = style(scheme[0x0D], .bold)
    ok = style(scheme[0x0B])
    warning = style(scheme[0x0A], .bold)
    danger = style(scheme[0x08], .bold)
    marked = style(scheme[0x09], .bold)
    label = scheme.label(on: ground, isReversed: isReversed)
    border = quiet(0x03, atLeast: 3)
    scrollbarThumb = style(scheme[0x04], atLeast: 3)
    scrollbarTrack = border
  }
}

extension ResolvedScheme {
  /// The scheme's text colour with the strongest contrast: some light schemes have white as base06
  /// and base07, some dark ones a grey.
  fileprivate func strongest(on ground: Color) -> Color {
    let candidates = [0x07, 0x06, 0x05].map { self[$0] }
    return candidates.max { contrast($0, ground) < contrast($1, ground) } ?? .standard
  }

  private func contrast(_ color: Color, _ ground: Color) -> Double {
    color.contrast(with: ground) ?? 0
  }

  /// Black or white on the colour of warnings.
  fileprivate func label(on ground: Color, isReversed: Bool) -> Style {
    let color = textColor(self[0x0A], on: ground, atLeast: 3)
    return switch color {
    case .standard:
      Style(.standard, on: .standard, isReversed ? [.bold, .underline] : [.bold, .reverse])
    case .ansi: Style(.ansi(0), on: color)
    case .rgb: Style(color.textColor, on: color, .bold)
    }
  }
}
