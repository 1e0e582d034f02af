import ArgumentParser
import Batch
import CommandReference

/// The options that select the entries of a run.
struct SelectionOptions: ParsableArguments {
  @Option(
    help: "All entries of this group; repeatable.", completion: CompletedValue.groups.kind)
  var group: [String] = []
  @Option(
    help: ArgumentHelp(
      "All entries whose name or display name matches, e.g. '*-prod'; repeatable.",
      valueName: "glob"))
  var match: [String] = []
  @Option(
    help: "Exact name or display name of an entry; repeatable.",
    completion: CompletedValue.entries.kind)
  var entry: [String] = []
  @Flag(help: "Entries named on standard input, one per line; also written `-`.")
  var stdin = false
  @Flag(help: "Only entries where the last `each` failed.")
  var failed = false
  @Argument(help: ArgumentHelp("Same as --stdin.", valueName: "-"))
  var dash: String?

  func validate() throws {
    guard dash ?? "-" == "-" else {
      throw ValidationError(
        "Choose entries with --entry, --group or --match, and put the command after `--`.")
    }
    guard !failed || group.isEmpty && match.isEmpty && entry.isEmpty && !readsInput else {
      throw ValidationError("--failed cannot be combined with other ways to choose entries.")
    }
  }

  private var readsInput: Bool { stdin || dash != nil }

  /// The selected entries.
  ///
  /// Throws a `CommandError` if standard input cannot be read, or contains no names.
  func chosen(_ world: World) throws -> BatchJob.Scope {
    if failed { return .lastFailed }
    var names = entry
    if readsInput {
      let read = namesOnLines(try world.readInput())
      guard !read.isEmpty else {
        throw CommandError(status: 1, description: "Standard input contains no names of entries.")
      }
      names += read
    }
    let selection = Selection(groups: group, patterns: match, names: names)
    return selection.isEmpty ? .marked : .selected(selection)
  }
}
