package import Canvas

/// A base16 or base24 colour scheme, or one that leaves colours to the terminal.
package struct Scheme: Sendable, Hashable {
  package enum Variant: String, Sendable, Hashable, CaseIterable {
    case dark, light
  }

  package var name: String
  package var author: String?
  /// Nil where the terminal decides on the background.
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
