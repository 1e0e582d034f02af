import Accounts
import ArgumentParser
import Canvas
import CommandReference
import Glibc
import Picker
import Terminal
import Text

/// `switchback themes`.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "List, check or preview themes.",
    discussion: """
      A base16 or base24 scheme in ~/.config/switchback/themes is a theme, named after its file. \
      The picker uses --theme, else SWITCHBACK_THEME, else `theme` in config.yaml, else the \
      terminal's own colours.
      """,
    subcommands: [ThemesList.self, ThemesCheck.self, ThemesPreview.self],
    defaultSubcommand: ThemesList.self)
}

/// `switchback themes list`.
struct ThemesList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List all themes.")

  @Flag(help: "Print JSON.")
  var json = false
  @Option(help: "Colours: auto, never, 16, 256 or truecolor.")
  var color = ColorOption.auto

  func run() throws {
    let world = World.live()
    let depth = color.choice.outputDepth(
      environment: world.environment, isTerminal: isatty(STDOUT_FILENO) == 1)
    try printThemes(json: json, at: depth, world)
  }
}

/// `switchback themes check`.
struct ThemesCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Show the contrast of all text in a theme, as in its scheme and as displayed.",
    discussion: "Without NAME all themes are checked. Exits with 2 if one cannot be used.")

  @Argument(help: "Names of themes.", completion: CompletedValue.themes.kind)
  var names: [String] = []
  @Option(help: "Colours to check with: 256 or truecolor.")
  var color = ColorOption.truecolor
  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    guard [.indexed256, .truecolor].contains(color) else {
      throw ValidationError("With fewer than 256 colours the terminal chooses the colours.")
    }
  }

  func run() throws {
    let depth: ColorDepth = color == .indexed256 ? .indexed256 : .truecolor
    try printContrasts(of: names, at: depth, json: json, .live())
  }
}

/// `switchback themes preview`.
struct ThemesPreview: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Preview themes on a full screen; Enter prints the name of the current one.")

  @Argument(
    help: "Theme to show first. Default: `theme` in config.yaml.",
    completion: CompletedValue.themes.kind
  )
  var name: String?
  @Option(help: "Colours: auto, never, 16, 256 or truecolor.")
  var color = ColorOption.auto

  func run() async throws {
    try await previewThemes(at: name, color.choice, .live())
  }
}

/// Prints all themes, with a strip of each theme's colours if colours are used.
func printThemes(json: Bool, at depth: ColorDepth, _ world: World) throws {
  let (themes, problems) = world.themes()
  for problem in problems { world.say(problem.cleaned) }
  guard !json else {
    return try world.print(JSON.list(themes.map(JSON.init)).printed() + "\n")
  }
  let strips = themes.map { strip(of: $0.scheme, at: depth, world) }
  guard let look = world.outputLook() else {
    let lines = String(decoding: alignedColumns(themes.map(cells)), as: UTF8.self)
      .split(separator: "\n")
    return try world.print(zip(strips, lines).map { "\($0)\($1)\n" }.joined())
  }
  let width = strips.first?.cleaned.columns ?? 0
  let drawn = Table(themes).drawn(TableLook(columns: look.columns - width, colors: look.colors))
    .split(separator: "\n")
  let blanks = String(repeating: " ", count: width)
  try world.print(zip([blanks] + strips, drawn).map { "\($0)\($1)\n" }.joined())
}

extension Table {
  /// Themes under a header.
  fileprivate init(_ themes: [NamedScheme]) {
    let columns = [
      Column(title: "NAME"), Column(title: "FOR", priority: 1),
      Column(title: "TITLE", priority: 2, least: 8), Column(title: "AUTHOR", priority: 4, least: 8),
      Column(title: "FROM", priority: 3, least: 8),
    ]
    let rows = themes.map { Row(cells: cells($0).map { Cell(text: $0) }) }
    self.init(columns: columns, rows: rows)
  }
}

private func cells(_ theme: NamedScheme) -> [String] {
  [
    theme.name, theme.scheme.variant?.rawValue ?? "", theme.scheme.name, theme.scheme.author ?? "",
    theme.file ?? "bundled",
  ].map(\.cleaned)
}

/// A mark in each of a theme's styles, and two spaces.
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
