package import Canvas

/// The styles of all that stands on one background, named for what they mean.
package struct Surface: Equatable, Sendable {
  /// What no text covers; its background is every other style's too, but for the label's.
  package var fill: Style
  package var text: Style
  /// What is there for when it is looked for: headings and hints.
  package var muted: Style
  package var title: Style
  /// Where the user is: the pointer and the prompt.
  package var accent: Style
  /// The part of a text that the query found.
  package var match: Style
  /// The names of keys.
  package var key: Style
  package var ok: Style
  package var warning: Style
  package var danger: Style
  /// The sign of an entry that is marked.
  package var marked: Style
  /// What is to be typed to jump to a row: it stands out from all the rest.
  package var label: Style
  package var border: Style
  package var scrollbarThumb: Style
  package var scrollbarTrack: Style
  /// What the background looks like, as far as is known, for other colours to be compared with.
  package var ground: Color
}

extension Surface {
  /// A style by name, and the least contrast that it must have with its background (WCAG 2.2).
  package struct Role {
    package var name: String
    package var style: KeyPath<Surface, Style>
    package var leastContrast: Double
  }

  /// All styles but `fill`: 4.5 for text, 3 for what is none.
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
  /// The paints' styles on a background, which looks like `ground`.
  ///
  /// Reversed, all of them change places with the terminal's background.
  init(_ paints: ResolvedScheme, on background: Color, ground: Color, isReversed: Bool = false) {
    func style(
      _ color: Color, _ attributes: Style.Attributes = [], atLeast ratio: Double = 4.5
    ) -> Style {
      let more: Style.Attributes = isReversed ? .reverse : []
      return Style(
        paints.textColor(color, on: ground, atLeast: ratio), on: background, attributes.union(more))
    }
    /// Nothing else sets it apart in the terminal's own foreground.
    func quiet(_ index: Int, atLeast ratio: Double = 4.5) -> Style {
      let isPlain = paints[index] == .standard && !isReversed
      return style(paints[index], isPlain ? .dim : [], atLeast: ratio)
    }
    self.ground = ground
    fill = style(paints[0x05])
    text = fill
    muted = quiet(0x04)
    title = style(paints.strongest(on: ground), .bold)
    accent = style(paints[0x0E], .bold)
    // Colour alone where there is any: each attribute more costs bytes for each letter that is
    // found.
    match = style(paints[0x0C])
    if match.foreground == .standard { match.attributes.formUnion([.bold, .underline]) }
    key = style(paints[0x0D], .bold)
    ok = style(paints[0x0B])
    warning = style(paints[0x0A], .bold)
    danger = style(paints[0x08], .bold)
    marked = style(paints[0x09], .bold)
    label = paints.label(on: ground, isReversed: isReversed)
    border = quiet(0x03, atLeast: 3)
    scrollbarThumb = style(paints[0x04], atLeast: 3)
    scrollbarTrack = border
  }
}

extension ResolvedScheme {
  /// A scheme's strongest text: some light schemes have white as base06 and base07, some dark ones
  /// a grey.
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
