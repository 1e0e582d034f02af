import Accounts
import ArgumentParser
import Canvas
import Glibc
import Terminal

/// `switchback themes`.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "List themes, check how well they can be read, or try them on.",
    discussion: """
      A base16 or base24 scheme in ~/.config/switchback/themes is a theme of its file's name. The \
      picker takes --theme, else SWITCHBACK_THEME, else `theme` of config.yaml, else the terminal's \
      own colours.
      """,
    subcommands: [ThemesList.self, ThemesCheck.self, ThemesPreview.self],
    defaultSubcommand: ThemesList.self)
}

/// `switchback themes list`.
struct ThemesList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the themes that there are.")

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
      "Show the contrast of all text in a theme, as its scheme gives it and as it is shown.",
    discussion: "Without NAME all themes are checked. Ends with 2 where one cannot be used.")

  @Argument(help: "Themes, by name.", completion: CompletedValue.themes.kind)
  var names: [String] = []
  @Option(help: "The colours to check it with: 256 or truecolor.")
  var color = ColorOption.truecolor
  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    guard [.indexed256, .truecolor].contains(color) else {
      throw ValidationError("With fewer than 256 colours the terminal decides on them.")
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
    abstract: "Try themes on, on a full screen; Enter prints the name of the one that is shown.")

  @Argument(
    help: "The theme to show first. Default: the settings'.", completion: CompletedValue.themes.kind
  )
  var name: String?
  @Option(help: "Colours: auto, never, 16, 256 or truecolor.")
  var color = ColorOption.auto

  func run() async throws {
    try await previewThemes(at: name, color.choice, .live())
  }
}
