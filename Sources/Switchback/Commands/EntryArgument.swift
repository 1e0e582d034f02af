import Accounts
import ArgumentParser
import Canvas

/// The ENTRY that most commands take.
struct EntryArgument: ParsableArguments {
  @Argument(
    help: "An entry's exact name, or its exact display name.",
    completion: .custom { _, _, _ in entryNames() })
  var entry: String
}

/// Every entry's name, for completion.
@Sendable private func entryNames() -> [String] {
  Configuration.read(in: .live()).catalogue.entries.map(\.name.cleaned)
}

/// `--region`, for every command that assumes a role.
struct RegionOption: ParsableArguments {
  @Option(help: "The region to call AWS in, and to set for the child.")
  var region: String?
}
