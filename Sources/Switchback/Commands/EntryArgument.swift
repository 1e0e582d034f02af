import ArgumentParser

/// The ENTRY that most commands take.
struct EntryArgument: ParsableArguments {
  @Argument(
    help: """
      An entry's exact name, or its exact display name; or a role's ARN or a console switch-role \
      link, with --source.
      """,
    completion: CompletedValue.entries.kind)
  var entry: String
}
