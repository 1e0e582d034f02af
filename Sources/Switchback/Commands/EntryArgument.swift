import Accounts
import ArgumentParser
import Canvas

/// The ENTRY that most commands take.
struct EntryArgument: ParsableArguments {
  @Argument(
    help: """
      An entry's exact name, or its exact display name; or a role's ARN or a console switch-role \
      link, with --source.
      """,
    completion: .custom { _, _, _ in entryNames() })
  var entry: String
}

/// Every entry's name, for completion.
@Sendable private func entryNames() -> [String] {
  Configuration.read(in: .live()).catalogue.entries.map(\.name.cleaned)
}
