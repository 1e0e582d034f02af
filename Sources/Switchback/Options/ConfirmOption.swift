import ArgumentParser

/// `--confirm`, for entries that require confirmation, where there is no terminal.
struct ConfirmOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Skip the confirmation prompt by giving the entry's name.", valueName: "name"),
    completion: CompletedValue.entries.kind)
  var confirm: String?
}
