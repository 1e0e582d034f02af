import Accounts
import Canvas
import Picker
import Terminal

/// Prints the themes that there are, with a strip of each one's colours where there are colours.
func printThemes(json: Bool, at depth: ColorDepth, _ world: World) throws {
  let (themes, faults) = world.themes()
  for fault in faults { world.say(fault.cleaned) }
  guard !json else {
    return try world.print(JSON.list(themes.map(JSON.init)).printed() + "\n")
  }
  let lines = String(decoding: alignedColumns(themes.map(cells)), as: UTF8.self)
    .split(separator: "\n")
  let strips = themes.map { strip(of: $0.scheme, at: depth, world) }
  try world.print(zip(strips, lines).map { "\($0)\($1)\n" }.joined())
}

private func cells(_ theme: NamedScheme) -> [String] {
  [
    theme.name, theme.scheme.variant?.rawValue ?? "", theme.scheme.name, theme.scheme.author ?? "",
    theme.file ?? "bundled",
  ].map(\.cleaned)
}

/// A mark in each of a theme's styles, and two blanks.
private func strip(of scheme: Scheme, at depth: ColorDepth, _ world: World) -> String {
  guard depth != .none else { return "" }
  let page: Color = hasLightBackground(world.environment) ? .white : .black
  let theme = Theme(scheme: scheme, at: depth, terminal: page)
  let palette = Palette(depth: depth, count: depth == .ansi16 ? 16 : 256)
  let mark = chooseTextLocale(world.environment) ? " ●" : " *"
  let styles = [
    theme.text, theme.muted, theme.accent, theme.match, theme.key, theme.ok, theme.warning,
    theme.danger,
  ]
  let marks = styles.map { style in
    palette.sequence(for: Style(style.foreground, on: style.background)) + mark
  }
  return marks.joined() + palette.sequence(for: theme.fill) + " "
    + palette.sequence(for: theme.selection.fill) + " Aa " + palette.sequence(for: Style()) + "  "
}

extension JSON {
  /// A theme as `themes list --json` shows it.
  init(_ theme: NamedScheme) {
    self = .known([
      "name": .text(theme.name),
      "display_name": .text(theme.scheme.name),
      "author": theme.scheme.author.map(JSON.text),
      "variant": theme.scheme.variant.map { .text($0.rawValue) },
      "from": .text(theme.file ?? "bundled"),
    ])
  }
}
