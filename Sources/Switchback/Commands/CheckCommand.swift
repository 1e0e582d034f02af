import Accounts
import ArgumentParser

/// `switchback check`.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Try entries against AWS and explain each refusal.",
    discussion: """
      Without ENTRY all entries are tried, at most 10 at once with 20 requests a second. Cached sessions are \
      used. Nothing is switched and nothing is asked: entries that need a login or an MFA code are shown as such. \
      Exits with 3 if an entry does not work.
      """)

  @Argument(
    help: "Exact names or display names of entries.",
    completion: CompletedValue.entries.kind)
  var entries: [String] = []
  @Option(help: "Only the entries of this group.", completion: CompletedValue.groups.kind)
  var group: String?
  @Flag(help: "Print JSON.")
  var json = false
  @Flag(
    help: "Ignore config.yaml, with its labels, entries and `read_only` settings.")
  var withoutSettings = false
  @OptionGroup var verbosity: VerbosityOptions

  func run() async throws {
    var world = World.live(isVerbose: verbosity.verbose)
    world.ignoresSettings = withoutSettings
    let switching = Switcher(world)
    switching.configuration.reportUnreadableFiles(in: world)
    let chosen = try chosen(from: switching.configuration)
    let checking = EntryChecker(switching)
    let results = try await checking.results(of: chosen)
    world.reportClock()
    try world.write(json ? checkJSON(results) : checkTable(results, world.outputLook()))
    guard results.allSatisfy(\.works) else { throw ExitCode(3) }
  }

  /// Throws where an entry that was named, or every entry, may be protected by what could not be read.
  private func chosen(from configuration: Configuration) throws -> [Entry] {
    if let unread = configuration.settings.unreadProtectionOfAll { throw CommandError(unread) }
    let catalogue = configuration.catalogue
    let named =
      entries.isEmpty
      ? catalogue.entries
      : try entries.map { name in
        do { return try configuration.entry(named: name) } catch {
          throw configuration.failure(error)
        }
      }
    let chosen = named.filter { group == nil || $0.label.group == group }
    for entry in chosen where !entries.isEmpty {
      do { try configuration.checkProtection(of: .entry(entry)) } catch {
        throw CommandError(error, entry: entry.name)
      }
    }
    guard !chosen.isEmpty else {
      throw CommandError(
        status: 1,
        description: group.map { catalogue.emptyGroupMessage($0) }
          ?? configuration.noEntries)
    }
    return chosen
  }
}
