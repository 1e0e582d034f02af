import Accounts
import ArgumentParser
import Canvas
import Glibc
import Terminal

/// `switchback themes`.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "List, check or preview themes.",
    discussion: """
      A base16 or base24 scheme in ~/.config/switchback/themes is a theme, named after its file. The \
      picker uses --theme, else SWITCHBACK_THEME, else `theme` in config.yaml, else the terminal's \
      own colours.
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
