package import Canvas

/// A base16 or base24 colour scheme, or one that uses the terminal's colours.
package struct Scheme: Sendable, Hashable {
  package enum Variant: String, Sendable, Hashable, CaseIterable {
    case dark, light
  }

  package var name: String
  package var author: String?
  /// Nil if the terminal defines the background.
  package var variant: Variant?
  /// The 24 colours base00 to base17; in a base16 scheme the last 8 repeat others, as base24
  /// specifies.
  package var palette: [Color]

  package init(name: String, author: String? = nil, variant: Variant?, palette: [Color]) {
    self.name = name
    self.author = author
    self.variant = variant
    self.palette = palette
  }
}

extension Scheme {
  /// The terminal's own colours, each ANSI colour for its usual meaning; `Themes/terminal.yaml` has
  /// the same content.
  package static let terminal = Scheme(
    name: "Terminal", author: "Switchback", variant: nil,
    palette: Array(repeating: Color.standard, count: 8)
      + [1, 3, 3, 2, 6, 4, 5, 1].map(Color.ansi) + [.standard, .standard]
      + [1, 3, 2, 6, 4, 5].map(Color.ansi))
}

/// A scheme with its name for `--theme` and the settings.
package struct NamedScheme: Sendable, Hashable {
  package var name: String
  package var scheme: Scheme
  /// The path of the user's file; nil for a bundled one.
  package var file: String?

  package init(name: String, scheme: Scheme, file: String? = nil) {
    self.name = name
    self.scheme = scheme
    self.file = file
  }
}
