package import Canvas

/// A base16 or base24 colour scheme, or one that leaves colours to the terminal.
package struct Scheme: Sendable, Hashable {
  package enum Variant: String, Sendable, Hashable, CaseIterable {
    case dark, light
  }

  package var name: String
  package var author: String?
  /// Nil if the terminal decides on the background.
  package var variant: Variant?
  /// base00 to base17, 24 colours; of a base16 scheme the last 8 repeat its others, as base24 lays
  /// down.
  package var palette: [Color]

  package init(name: String, author: String? = nil, variant: Variant?, palette: [Color]) {
    self.name = name
    self.author = author
    self.variant = variant
    self.palette = palette
  }
}

extension Scheme {
  /// The terminal's own colours, each ANSI colour for what it means; `Themes/terminal.yaml` says
  /// the same.
  package static let terminal = Scheme(
    name: "Terminal", author: "Switchback", variant: nil,
    palette: Array(repeating: Color.standard, count: 8)
      + [1, 3, 3, 2, 6, 4, 5, 1].map(Color.ansi) + [.standard, .standard]
      + [1, 3, 2, 6, 4, 5].map(Color.ansi))
}

/// A scheme under the name that `--theme` and the settings call it by.
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
