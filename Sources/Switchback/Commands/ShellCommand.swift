import Accounts
import ArgumentParser

/// `switchback shell`.
struct ShellCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shell",
    abstract: "Open a shell as an entry, without the picker.",
    discussion: """
      Opens your own shell with the entry's credentials in its environment and its label in the prompt. \
      `exit` closes it; switchback exits with its status.
      """)

  @OptionGroup var entry: EntryArgument
  @OptionGroup var choice: SessionArguments
  @OptionGroup var confirmation: ConfirmOption
  @OptionGroup var shell: ShellArguments
  @OptionGroup var verbosity: VerbosityOptions

  func run() async throws {
    let world = choice.liveWorld(isVerbose: verbosity.verbose)
    let wish = try choice.request(world, confirmation: confirmation.confirm)
    throw ExitCode(try await openShell(named: entry.entry, wish, shell.options, world))
  }
}

/// Opens a shell as what ENTRY names; gives its status.
func openShell(
  named entry: String, _ wish: SwitchRequest, _ shell: ShellOptions, _ world: World
) async throws -> Int32 {
  let arrival = try await Switcher(world).activate(at: entry, wish)
  return try await openShell(for: arrival, world, shell)
}
