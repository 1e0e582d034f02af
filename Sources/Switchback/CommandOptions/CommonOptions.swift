import ArgumentParser
import CommandReference

/// The ENTRY that most commands take.
struct EntryArgument: ParsableArguments {
  @Argument(
    help: """
      Exact name or display name of an entry; or a role's ARN or a console switch-role link, \
      with --source.
      """,
    completion: CompletedValue.entries.kind)
  var entry: String
}

/// `--confirm`, for entries that require confirmation, if there is no terminal.
struct ConfirmOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Skip the confirmation prompt by giving the entry's name.", valueName: "name"),
    completion: CompletedValue.entries.kind)
  var confirm: String?
}

/// `-v`, for commands that call AWS.
struct VerbosityOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Log AWS requests to stderr (no secrets).")
  var verbose = false
}
