import Canvas

extension Scheme {
  /// The terminal's own colours, each ANSI colour for what it means; `Themes/terminal.yaml` says
  /// the same.
  package static let terminal = Scheme(
    name: "Terminal", author: "Switchback", variant: nil,
    palette: Array(repeating: Color.standard, count: 8)
      + [1, 3, 3, 2, 6, 4, 5, 1].map(Color.ansi) + [.standard, .standard]
      + [1, 3, 2, 6, 4, 5].map(Color.ansi))
}
