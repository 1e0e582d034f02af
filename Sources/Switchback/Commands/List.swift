import Accounts
import ArgumentParser
import Canvas
import Picker

/// `switchback list`.
struct List: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List entries, ranked as the picker ranks them.",
    discussion: "Ends with 1 when --filter leaves none.")

  @Option(help: "Only entries in which every word of this stands, in any field.")
  var filter: String?
  @OptionGroup var json: JSONFlag

  func run() async throws {
    let world = World.live()
    let configuration = Configuration.read(in: world)
    for fault in configuration.unreadable { world.say(fault.message.cleaned) }
    let all = configuration.catalogue.entries
    let order = configuration.settings.sort.order(of: all, recents: recentNames(world.store))
    let ranked = order.map { all[$0] }
    let entries = matching(ranked)
    world.print(json.json ? JSON.list(entries.map(JSON.init)).printed() + "\n" : table(entries))
    if entries.isEmpty && !ranked.isEmpty { throw ExitCode.noMatch }
    if ranked.isEmpty { world.say(noEntries) }
  }

  private func matching(_ entries: [Entry]) -> [Entry] {
    guard let filter else { return entries }
    let query = Query(filter)
    return entries.filter { query.matches(IndexedEntry($0)) }
  }
}

private let noEntries = """
  There are no entries yet: ~/.aws/config and ~/.aws/credentials hold no profile with credentials. \
  `aws configure` makes one; `switchback demo` shows what it looks like with forty.
  """

extension JSON {
  /// An entry as `list --json` shows it.
  init(_ entry: Entry) {
    self = .known([
      "name": .text(entry.name),
      "display_name": .text(entry.label.displayName),
      "account_id": entry.accountID.map(JSON.text),
      "role_name": entry.roleName.map(JSON.text),
      "role_arn": entry.roleARN.map(JSON.text),
      "region": entry.region.map(JSON.text),
      "color": entry.label.color.hex.map(JSON.text),
      "group": entry.label.group.map(JSON.text),
      "shortcut": entry.label.shortcut.map { .text(String($0)) },
      "kind": .text(entry.kind.rawValue),
      "origin": .known([
        "file": .text(entry.origin.file), "line": .number(entry.origin.line),
      ]),
    ])
  }
}
