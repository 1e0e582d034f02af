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
  @OptionGroup var shell: ShellOptions
  @OptionGroup var talk: TalkOptions

  func run() async throws {
    let world = World.live(isVerbose: talk.verbose)
    let switching = Switching(world)
    let wish = try choice.wish(world, confirmation: confirmation.confirm)
    let arrival = try await switching.arrive(at: entry.entry, wish)
    throw ExitCode(
      try await openShell(for: arrival, world, shell.wish))
  }
}
