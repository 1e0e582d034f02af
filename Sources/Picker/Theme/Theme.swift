package import Canvas

/// The styles of the screen, named for what they mean.
package struct Theme: Equatable, Sendable {
  /// What no text covers; its background is every other style's too.
  package var page: Style
  package var text: Style
  /// What is there for when it is looked for: headings, hints, borders.
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
  package var border: Style

  package init(
    page: Style, text: Style, muted: Style, title: Style, accent: Style, match: Style, key: Style,
    ok: Style, warning: Style, danger: Style, border: Style
  ) {
    self.page = page
    self.text = text
    self.muted = muted
    self.title = title
    self.accent = accent
    self.match = match
    self.key = key
    self.ok = ok
    self.warning = warning
    self.danger = danger
    self.border = border
  }

  /// Text on an account's own colour, in black or white, whichever is read better.
  package func badge(_ color: Color) -> Style {
    Style(color.ink, on: color, .bold)
  }
}

extension Theme {
  /// The terminal's own colours, so readable wherever the user's other programs are.
  package static let terminal = Theme(
    page: Style(), text: Style(), muted: Style(.standard, on: .standard, .dim),
    title: Style(.standard, on: .standard, .bold),
    accent: Style(.ansi(5), on: .standard, .bold),
    match: Style(.ansi(6), on: .standard, [.bold, .underline]),
    key: Style(.standard, on: .standard, .bold), ok: Style(.ansi(2)),
    warning: Style(.standard, on: .standard, .bold),
    danger: Style(.ansi(1), on: .standard, .bold), border: Style(.standard, on: .standard, .dim))
}
