import Accounts
import ArgumentParser
import Picker
import Terminal

/// `switchback [QUERY]`.
struct Pick: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pick",
    abstract: "Pick an entry on a full screen; Enter opens its shell.",
    discussion: "`switchback -` is the previous entry, without the picker.")

  @Argument(help: "What to filter by at first; words in any order. `-` is the previous entry.")
  var query: [String] = []
  @OptionGroup var look: LookOptions
  @OptionGroup var choice: ChoiceOptions
  @OptionGroup var confirmation: ConfirmOption
  @Option(help: "The shell to open, as a path. Default: the settings', then $SHELL.")
  var shell: String?

  func run() async throws {
    let world = World.live()
    let trip = Trip(
      wish: try choice.wish(world, confirmation: confirmation.confirm), shell: shell,
      theme: look.theme, color: look.color.choice)
    try await openPicker(query: query, trip, world)
  }
}

/// Opens the picker, or goes back to the previous entry for `-`; always throws the status to end with.
func openPicker(query: [String], _ trip: Trip, _ world: World) async throws {
  guard query != ["-"] else { throw ExitCode(try await trip.goBack(world)) }
  throw ExitCode(try await trip.go(query: query.joined(separator: " "), world))
}

/// How the picker looks.
struct LookOptions: ParsableArguments {
  @Option(help: "A theme: one of those that `switchback themes` lists.")
  var theme: String?
  @Option(help: "Colours: auto, never, 16, 256 or truecolor.")
  var color = ColorOption.auto
}

/// `--color`.
enum ColorOption: String, ExpressibleByArgument, CaseIterable {
  case auto, never
  case ansi16 = "16"
  case indexed256 = "256"
  case truecolor

  var choice: ColorChoice {
    switch self {
    case .auto: .auto
    case .never: .never
    case .ansi16: .ansi16
    case .indexed256: .indexed256
    case .truecolor: .truecolor
    }
  }
}
