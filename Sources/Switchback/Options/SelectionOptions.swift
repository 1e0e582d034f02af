import ArgumentParser

/// Which entries a command is run as.
struct SelectionOptions: ParsableArguments {
  @Option(
    help: "The entries of this group; may be given again.", completion: CompletedValue.groups.kind)
  var group: [String] = []
  @Option(
    help: ArgumentHelp(
      "The entries whose name or display name matches, as '*-prod'; may be given again.",
      valueName: "glob"))
  var match: [String] = []
  @Option(
    help: "An entry's exact name, or its exact display name; may be given again.",
    completion: CompletedValue.entries.kind)
  var entry: [String] = []
  @Flag(help: "The entries that standard input names, one a line; also written `-`.")
  var stdin = false
  @Flag(help: "The entries that the last `each` is not done as.")
  var failed = false
  @Argument(help: ArgumentHelp("The same as --stdin.", valueName: "-"))
  var dash: String?

  func validate() throws {
    guard dash ?? "-" == "-" else {
      throw ValidationError(
        "Entries are chosen by --entry, --group and --match, and the command comes after `--`.")
    }
    guard !failed || group.isEmpty && match.isEmpty && entry.isEmpty && !readsInput else {
      throw ValidationError("--failed chooses the entries alone.")
    }
  }

  private var readsInput: Bool { stdin || dash != nil }

  /// What was chosen; throws a `Failure` where standard input cannot be read, or names nothing.
  func chosen(_ world: World) throws -> EachJob.Chosen {
    if failed { return .lastFailed }
    var names = entry
    if readsInput {
      let read = namesOnLines(try world.readInput())
      guard !read.isEmpty else {
        throw Failure(status: 1, description: "Standard input names no entry.")
      }
      names += read
    }
    let selection = Selection(groups: group, patterns: match, names: names)
    return selection.isEmpty ? .marked : .selected(selection)
  }
}
