import ArgumentParser

/// The ENTRY that most commands take.
struct EntryArgument: ParsableArguments {
  @Argument(
    help: """
      Exact name or display name of an entry; or a role's ARN or a console switch-role link, with --source.
      """,
    completion: CompletedValue.entries.kind)
  var entry: String
}
