import Accounts
import ArgumentParser
import CommandReference
import Credentials
import Terminal

/// `switchback [QUERY]`.
struct PickCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pick",
    abstract: "Pick an entry on a full screen; Enter opens its shell.",
    discussion: """
      `switchback NAME` switches to the entry of that exact name or display name without the \
      picker, and so does `switchback -` to the previous entry. Anything else opens the picker \
      with the query in it. Inside a Switchback shell, or your own shell with `switchback init`, \
      the shell itself is switched: its credentials, label and region change in place. `--nest` \
      and `switchback shell` open a subshell instead.

      In the picker, F1 lists every key and how to search, and F2 lists every action by name. With \
      `vi: true` in config.yaml plain letters are commands, as in vi.

      With --accessible or SWITCHBACK_ACCESSIBLE=1, and if TERM is unset, dumb or unknown, the \
      picker is a numbered list in plain lines: type a number to switch, words to filter, ? for \
      help, q to quit. It never moves the cursor, puts every state into words, and asks one \
      question at a time. It needs a terminal; scripts use `switchback list --filter QUERY` and \
      `switchback exec ENTRY -- COMMAND`.
      """)

  @Argument(
    help: """
      The exact name or display name of an entry to switch to, or words to filter the picker by, \
      in any order. `-` is the previous entry.
      """,
    completion: CompletedValue.entries.kind)
  var query: [String] = []
  @Flag(
    name: [.customLong("select-1"), .customShort("1")],
    help: "Switch at once, without the picker, if the query matches a single entry.")
  var takesSingleMatch = false
  @OptionGroup var look: LookOptions
  @OptionGroup var sessionArguments: SessionArguments
  @OptionGroup var confirmation: ConfirmOption
  @OptionGroup var shell: ShellArguments

  @Flag(help: "Open a subshell even if the current shell could be switched in place.")
  var nest = false

  func run() async throws {
    let world = sessionArguments.liveWorld()
    let session = PickerSession(
      request: try sessionArguments.request(world, confirmation: confirmation.confirm),
      shell: shell.options,
      nests: nest,
      theme: look.theme, color: look.color.choice, mouse: look.mouse, accessible: look.accessible)
    try await openPicker(
      query: query, options: CommandLine.options(of: readArguments(), besides: query),
      takesSingleMatch: takesSingleMatch, session, world)
  }
}

extension CommandLine {
  /// The options of a line with their values: every word that is not in the query.
  static func options(of words: [String], besides query: [String]) -> [String] {
    var rest = words.first == "pick" ? Array(words.dropFirst()) : words
    for word in query {
      if let place = rest.firstIndex(of: word) { rest.remove(at: place) }
    }
    return rest.filter { $0 != "--" }
  }
}

/// Switches to the entry that the query names, to the previous entry for `-`, or opens the picker.
///
/// Always throws: an exit status or an error.
func openPicker(
  query: [String], options: [String] = [], takesSingleMatch: Bool = false, _ session: PickerSession,
  _ world: World
) async throws {
  guard query != ["-"] else { throw ExitCode(try await session.switchBack(world)) }
  let text = query.joined(separator: " ")
  guard !query.isEmpty || takesSingleMatch else {
    throw ExitCode(try await session.run(query: text, world))
  }
  let configuration = Configuration.read(in: world)
  switch QueryMeaning(
    query, options: options, takesSingleMatch: takesSingleMatch, in: configuration)
  {
  case .entry(let name):
    configuration.warnOfMissingFiles(world)
    throw ExitCode(try await session.switchDirectly(to: name, Switcher(world, configuration)))
  case .command(let line): throw CommandError.unknownCommand(query, meant: line)
  case .picker: throw ExitCode(try await session.run(query: text, world))
  }
}

/// The options for the look of the picker.
struct LookOptions: ParsableArguments {
  @Option(
    help: "A theme, as listed by `switchback themes`.",
    completion: CompletedValue.themes.kind)
  var theme: String?
  @Option(help: "Colours: auto, never, 16, 256 or truecolor.")
  var color = ColorOption.auto
  @Option(
    help: """
      Mouse support: off, wheel, or full for clicks too. Hold Shift to select text. \
      Default: `mouse` in config.yaml, else off.
      """)
  var mouse: Settings.Mouse?
  @Flag(
    help: """
      A numbered list in plain lines instead of the full screen, for screen readers; also \
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
