package import Canvas

/// A base16 or base24 colour scheme.
package struct Scheme: Sendable, Hashable {
  package enum Variant: String, Sendable, Hashable, CaseIterable {
    case dark, light
  }

  package var name: String
  package var author: String?
  package var variant: Variant
  /// base00 to base17, 24 colours, all `.rgb`; of a base16 scheme the last 8 repeat its others, as base24 lays down.
  package var palette: [Color]

  package init(name: String, author: String? = nil, variant: Variant, palette: [Color]) {
    self.name = name
    self.author = author
    self.variant = variant
    self.palette = palette
  }
}
