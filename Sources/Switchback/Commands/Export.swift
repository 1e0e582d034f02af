import Accounts
import ArgumentParser
import Canvas
import Credentials
import Shells

/// `switchback export ENTRY`.
struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print an entry's credentials for eval, files and pipes.",
    discussion: """
      bash, zsh, sh:  eval "$(switchback export prod)"
      fish:           switchback export prod --format fish | source
      PowerShell:     switchback export prod --format powershell | Invoke-Expression
      docker:         switchback export prod --format dotenv > prod.env
      AWS's own file: switchback export prod --format ini --profile prod-now

      The first three set what `switchback shell` would set, and unset every other variable that could make you \
      someone else; every value is quoted so that nothing in it is run. `dotenv` is NAME=value without quotes, \
      which docker, compose, python-dotenv, node and `source` read alike; what they would read differently, such \
      as a display name with blanks, is left out. `json` is what `switchback credentials` prints.

      `ini` writes a profile of the AWS CLI's credentials file: it shows the change, asks, keeps a copy of the file \
      beside it, and leaves every other line as it is. With --print it prints the section and writes nothing.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case env, fish, powershell, json, dotenv, ini
  }

  @OptionGroup var entry: EntryArgument
  @OptionGroup var choice: ChoiceOptions
  @OptionGroup var confirmation: ConfirmOption
  @OptionGroup var talk: TalkOptions
  @Option(help: "How to print them.")
  var format = Format.env
  @OptionGroup(title: "Options of --format ini") var file: CredentialsFileOptions

  func validate() throws {
    guard format == .ini || file.isEmpty else {
      throw ValidationError(
        "--profile, --file, --yes, --replace and --print go with --format ini alone.")
    }
  }

  func run() async throws {
    let world = choice.liveWorld(isVerbose: talk.verbose)
    let wish = try choice.wish(world, confirmation: confirmation.confirm)
    let switching = Switching(world)
    let arrival = try await switching.arrive(at: entry.entry, wish)
    try write(arrival, switching.configuration, world)
    remembered(arrival.recent(.export, at: world.now(), world.environment), world)
  }

  private func write(_ arrival: Arrival, _ configuration: Configuration, _ world: World) throws {
    let identity = arrival.identity(world.environment)
    switch format {
    case .env: try world.print(exportLines(identity, format: .env))
    case .fish: try world.print(exportLines(identity, format: .fish))
    case .powershell: try world.print(exportLines(identity, format: .powershell))
    case .json: try world.print(JSON(arrival.session.keys).printed() + "\n")
    case .dotenv: try printDotenv(identity, world)
    case .ini:
      let merge = CredentialsMerge(
        keys: identity.keys, region: identity.region, profile: file.profile ?? arrival.entry.name,
        file)
      try merge.run(configuration.shared, world)
    }
  }
}

private func printDotenv(_ identity: Identity, _ world: World) throws {
  let lines = try DotenvLines(identity)
  if !lines.leftOut.isEmpty {
    world.say(
      "Left out, since readers of .env files would not agree on the values: "
        + lines.leftOut.joined(separator: ", ") + ".")
  }
  try world.print(lines.text)
}
