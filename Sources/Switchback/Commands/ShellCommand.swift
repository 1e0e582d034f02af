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
  @OptionGroup var region: RegionOption
  @Option(help: "The shell to open, as a path. Default: the settings', then $SHELL.")
  var shell: String?

  func run() async throws {
    let world = World.live()
    let switching = Switching(world)
    let arrival = try await switching.arrive(at: entry.entry, region: region.region)
    throw ExitCode(try openShell(for: arrival, in: switching.configuration, world, shell: shell))
  }
}
