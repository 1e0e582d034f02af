import Accounts
import ArgumentParser
import Credentials
import Shells
import Text

/// `switchback export ENTRY`.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print an entry's credentials for eval, files and pipes.",
    discussion: """
      bash, zsh, sh:  eval "$(switchback export prod)"
      fish:           switchback export prod --format fish | source
      PowerShell:     switchback export prod --format powershell | Invoke-Expression
      docker:         switchback export prod --format dotenv > prod.env
      AWS's own file: switchback export prod --format ini --profile prod-now

      The first three set the variables that `switchback shell` sets and unset conflicting AWS variables. Every \
      value is quoted. `dotenv` is NAME=value without quotes, for docker, compose, python-dotenv, node and \
      `source`; values that they parse differently, e.g. a display name with spaces, are skipped. `json` is the \
      output of `switchback credentials`.

      `ini` writes a profile to the AWS CLI's credentials file: it shows the change, asks, keeps a copy of the \
      file beside it, and changes no other line. With --print it only prints the section.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case env, fish, powershell, json, dotenv, ini
  }

  @OptionGroup var entry: EntryArgument
  @OptionGroup var choice: SessionArguments
  @OptionGroup var confirmation: ConfirmOption
  @OptionGroup var verbosity: VerbosityOptions
  @Option(help: "Output format.")
  var format = Format.env
  @OptionGroup(title: "Options of --format ini") var file: CredentialsFileOptions

  func validate() throws {
    guard format == .ini || file.isEmpty else {
      throw ValidationError(
        "--profile, --file, --yes, --replace and --print need --format ini.")
    }
  }

  func run() async throws {
    let world = choice.liveWorld(isVerbose: verbosity.verbose)
    let wish = try choice.request(world, confirmation: confirmation.confirm)
    let switching = Switcher(world)
    let arrival = try await switching.activate(at: entry.entry, wish)
    try write(arrival, switching.configuration, world)
    recordSwitch(arrival.recent(.export, at: world.now(), world.environment), world)
  }

  private func write(_ arrival: ActiveSession, _ configuration: Configuration, _ world: World)
    throws
  {
    let identity = arrival.identity(world.environment)
    switch format {
    case .env: try world.print(exportLines(identity, format: .env))
    case .fish: try world.print(exportLines(identity, format: .fish))
    case .powershell: try world.print(exportLines(identity, format: .powershell))
    case .json: try world.print(JSON(arrival.session.keys).printed() + "\n")
    case .dotenv: try printDotenv(identity, world)
    case .ini:
      let merge = CredentialsMerge(
        keys: identity.credentials, region: identity.region,
        profile: file.profile ?? arrival.entry.name,
        file)
      try merge.run(configuration.shared, world)
    }
  }
}

private func printDotenv(_ identity: Identity, _ world: World) throws {
  let lines = try DotenvLines(identity)
  if !lines.leftOut.isEmpty {
    world.say(
      "Skipped \(lines.leftOut.joined(separator: ", ")): .env parsers disagree on how to quote "
        + (lines.leftOut.count == 1 ? "it." : "them."))
  }
  try world.print(lines.text)
}
