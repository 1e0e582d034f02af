/// A command as ArgumentParser's `--experimental-dump-help` describes it: what completions and the manual are made of.
struct DefinedCommand: Decodable {
  var commandName: String
  var abstract: String?
  var discussion: String?
  var shouldDisplay: Bool?
  var defaultSubcommand: String?
  private var subcommands: [DefinedCommand]?
  private var arguments: [DefinedArgument]?

  /// Those that help shows, in its order.
  var shownSubcommands: [DefinedCommand] {
    (subcommands ?? []).filter { $0.shouldDisplay ?? true }
  }

  /// Options and positional arguments that help shows; of a command that stands for one of its subcommands, that
  /// one's too.
  var shownArguments: [DefinedArgument] {
    let other = subcommands?.first { $0.commandName == defaultSubcommand }
    let own = (arguments ?? []).filter(\.shouldDisplay)
    return (other?.shownArguments ?? []).filter { argument in
      argument.names.isEmpty || !own.contains { $0.names == argument.names }
    } + own
  }

  var shownPositionals: [DefinedArgument] { shownArguments.filter { $0.kind == .positional } }
  var shownOptions: [DefinedArgument] { shownArguments.filter { $0.kind != .positional } }
}
