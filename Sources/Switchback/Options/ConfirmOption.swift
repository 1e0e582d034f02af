import ArgumentParser

/// `--confirm`, for entries that want their name typed where no user can type it.
struct ConfirmOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The entry's name, typed ahead, for an entry that wants its name typed.", valueName: "name"),
    completion: CompletedValue.entries.kind)
  var confirm: String?
}
