import Accounts
import ArgumentParser

/// `switchback shell`.
struct ShellCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shell",
    abstract: "Open a shell as an entry, without the picker.",
    discussion: """
      Your own shell, with the entry's credentials in its environment and its label in the prompt. \
      `exit` comes back; the status is the shell's.
      """)

  @OptionGroup var entry: EntryArgument
  @OptionGroup var choice: ChoiceOptions
  @OptionGroup var confirmation: ConfirmOption
  @OptionGroup var delivery: DeliveryOptions
  @OptionGroup var talk: TalkOptions
  @Option(help: "The shell to open, as a path. Default: the settings', then $SHELL.")
  var shell: String?

  func run() async throws {
    let world = World.live(isVerbose: talk.verbose)
    let switching = Switching(world)
    let wish = try choice.wish(world, confirmation: confirmation.confirm)
    let arrival = try await switching.arrive(at: entry.entry, wish)
    throw ExitCode(
      try await openShell(
        for: arrival, in: arrival.settings, world, shell: shell, delivery: delivery.chosen))
  }
}
