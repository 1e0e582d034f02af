import Accounts
import ArgumentParser
import Credentials
import Shells

/// `switchback export ENTRY`.
struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print an entry's credentials for eval, files and pipes.",
    discussion: """
      eval "$(switchback export prod)"

      `env` is for bash, zsh and sh; `json` is what `switchback credentials` prints.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case env, json
  }

  @OptionGroup var entry: EntryArgument
  @OptionGroup var choice: ChoiceOptions
  @OptionGroup var confirmation: ConfirmOption
  @OptionGroup var talk: TalkOptions
  @Option(help: "How to print them.")
  var format = Format.env

  func run() async throws {
    let world = World.live(isVerbose: talk.verbose)
    let wish = try choice.wish(world, confirmation: confirmation.confirm)
    let arrival = try await Switching(world).arrive(at: entry.entry, wish)
    switch format {
    case .json: try world.print(JSON(arrival.session.keys).printed() + "\n")
    case .env: try world.print(exportLines(arrival.identity(world.environment), format: .env))
    }
    remembered(arrival.recent(.export, at: world.now(), world.environment), world)
  }
}
