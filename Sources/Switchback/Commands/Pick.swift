import Accounts
import ArgumentParser
import Picker
import Terminal

/// `switchback [QUERY]`.
struct Pick: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pick",
    abstract: "Pick an entry on a full screen; Enter opens its shell.",
    discussion: """
      `switchback -` is the previous entry, without the picker. Inside a switchback shell, and in one of your own \
      with `switchback init`, the shell itself becomes the entry: its credentials, label and region change in place. \
      `--nest`, and `switchback shell`, open a subshell there too, and say how deep it is.

      In the picker F1 says what every key does and how to look for an entry, and F2 lists every \
      action by name. With `vi: true` in config.yaml bare keys are commands, as in vi.

      On a terminal that cannot show a screen (TERM unset, dumb or unknown), and with --accessible \
      or SWITCHBACK_ACCESSIBLE=1 on any, the picker is a numbered list in plain lines: type a number \
      to switch, words to filter, ? for help, q to leave. It never moves the cursor, says every \
      state in words, and asks one question at a time, as screen readers want it. It needs a \
      terminal too; programs use `switchback list --filter QUERY` and `switchback exec ENTRY -- \
      COMMAND`.
      """)

  @Argument(
    help: """
      The exact name or display name of an entry to switch to, or words to filter the picker by, in any order. `-` is \
      the previous entry.
      """,
    completion: CompletedValue.entries.kind)
  var query: [String] = []
  @Flag(
    name: [.customLong("select-1"), .customShort("1")],
    help: "Switch at once, without the picker, where the query matches a single entry.")
  var takesSingleMatch = false
  @OptionGroup var look: LookOptions
  @OptionGroup var choice: ChoiceOptions
  @OptionGroup var confirmation: ConfirmOption
  @OptionGroup var shell: ShellOptions

  @Flag(help: "Open a subshell in a shell that could become the entry itself.")
  var nest = false

  func run() async throws {
    let world = choice.liveWorld()
    let trip = Trip(
      wish: try choice.wish(world, confirmation: confirmation.confirm), shell: shell.wish,
      nests: nest,
      theme: look.theme, color: look.color.choice, mouse: look.mouse, accessible: look.accessible)
    try await openPicker(query: query, takesSingleMatch: takesSingleMatch, trip, world)
  }
}

/// Switches to what the query names, to the previous entry for `-`, or opens the picker; always throws the status to end
/// with.
func openPicker(
  query: [String], takesSingleMatch: Bool = false, _ trip: Trip, _ world: World
) async throws {
  guard query != ["-"] else { throw ExitCode(try await trip.goBack(world)) }
  let text = query.joined(separator: " ")
  guard !query.isEmpty || takesSingleMatch else {
    throw ExitCode(try await trip.go(query: text, world))
  }
  let configuration = Configuration.read(in: world)
  switch QueryMeaning(query, takesSingleMatch: takesSingleMatch, in: configuration) {
  case .entry(let name):
    configuration.tellOfOtherSettings(world)
    throw ExitCode(try await trip.go(to: name, Switching(world, configuration)))
  case .command(let line): throw Failure.unknownCommand(query, meant: line)
  case .picker: throw ExitCode(try await trip.go(query: text, world))
  }
}

/// How the picker looks.
struct LookOptions: ParsableArguments {
  @Option(
    help: "A theme: one of those that `switchback themes` lists.",
    completion: CompletedValue.themes.kind)
  var theme: String?
  @Option(help: "Colours: auto, never, 16, 256 or truecolor.")
  var color = ColorOption.auto
  @Option(
    help: """
      The mouse: off, wheel, or full for clicks too; with Shift held it selects text as ever. \
      Default: the settings', then off.
      """)
  var mouse: Settings.Mouse?
  @Flag(
    help: """
      A numbered list in plain lines in place of the screen, for screen readers; also \
      SWITCHBACK_ACCESSIBLE=1.
      """)
  var accessible = false
}

extension Settings.Mouse: ExpressibleByArgument {}

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
