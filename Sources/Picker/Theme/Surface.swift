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
