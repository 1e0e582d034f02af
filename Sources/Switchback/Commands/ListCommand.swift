import AWSConfig
import Accounts
import ArgumentParser
import Canvas
import Credentials
import Picker
import Search
import Text

/// `switchback list`.
struct ListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List entries, ranked as the picker ranks them.",
    discussion:
      """
      --filter takes the picker's queries: words, 'exact, ^start, end$, !not, a | b, role:admin \
      (name, account, role, region, group, session), is:mfa (\(stateNames)), an ARN, or a link of \
      the access portal or the console.

      Exits with 1 if nothing matches --filter or --account, and with 2 if a file could not be \
      read and entries may be missing.
      """
  )

  @Option(help: "Only entries that match this query, as in the picker.")
  var filter: String?
  @Option(help: "Only entries of this account, for example 111122223333 or 1111-2222-3333.")
  var account: AccountNumber?
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    try printList(filter: filter, account: account, json: json, .live())
  }
}

/// The states that a query can ask for, except the first.
private let stateNames = EntryStates.names.dropFirst().map(\.key).joined(separator: ", ")

/// An account ID as an argument.
struct AccountNumber: ExpressibleByArgument, Equatable {
  /// Twelve digits.
  let digits: String

  init?(argument: String) {
    guard let digits = ARN.accountID(written: argument) else { return nil }
    self.digits = digits
  }
}

/// Prints entries.
///
/// Throws `ExitCode.noMatch` if none matches the filter and the account.
func printList(
  filter: String?, account: AccountNumber? = nil, json: Bool, _ world: World
) throws {
  let configuration = Configuration.read(in: world)
  configuration.reportUnreadProtections(in: world)
  let ranked = configuration.rankedEntries(for: filter ?? "", world)
  let found = ranked.found(by: filter ?? "")
  if let complaint = ranked.complaint(of: filter ?? "", found: found.first) {
    world.say(complaint.cleaned)
  }
  let entries = account.map { number in found.filter { $0.accountID == number.digits } } ?? found
  let problems = configuration.problemsOfFew(world)
  try world.write(json ? listed(entries, problems) : world.entryListing(entries, problems))
  if configuration.catalogue.entries.isEmpty {
    // Unreadable files may contain entries.
    if configuration.unreadable.isEmpty { world.say(configuration.noEntries.cleaned) }
  } else if entries.isEmpty {
    throw ExitCode.noMatch
  }
  // The status tells scripts that the output is incomplete.
  if !configuration.unreadable.isEmpty { throw ExitCode(2) }
}

/// The history's data about entries.
///
/// Without a readable history, a warning is printed and the order is lost.
private func usage(in world: World) -> Usage {
  do { return try world.store.usage() } catch {
    world.say("\(error)".cleaned)
    return Usage()
  }
}

extension Configuration {
  /// The entries with the data that a query needs.
  ///
  /// Some data is only read if it asks for it.
  fileprivate func rankedEntries(for filter: String, _ world: World) -> RankedEntries {
    let states = Query(filter).states
    let entries =
      states.isDisjoint(with: [.broken, .problem])
      ? catalogue.entries : checkedEntries(world).entries
    let asksForLogins = states.contains(.login)
    return RankedEntries(
      entries, sortedBy: settings.sort, usage(in: world),
      held: asksForLogins ? Array(world.heldSessions.keys) : [],
      loggedOut: asksForLogins ? world.endedLogins(among: Set(entries.compactMap(\.login))) : [])
  }

  /// True if there are few enough entries to look for their problems without a noticeable wait.
  var areFew: Bool { catalogue.entries.count <= 1000 }

  /// The problems of entries, by name, if there are few entries.
  fileprivate func problemsOfFew(_ world: World) -> [String: ConfigProblems.Judgement] {
    areFew ? problems(world).judgements : [:]
  }

  /// Reports which files could not be read.
  func reportUnreadableFiles(in world: World) {
    for diagnostic in unreadable { world.say(diagnostic.message.cleaned) }
  }

  /// Reports which files, and which protection settings, could not be read.
  func reportUnreadProtections(in world: World) {
    reportUnreadableFiles(in: world)
    for unread in unreadProtections {
      let (origin, message) = (unread.diagnostic.origin, unread.diagnostic.message)
      guard !unreadable.contains(where: { $0.origin.file == origin.file }) else { continue }
      world.say("\(origin.file):\(origin.line): \(message)".cleaned)
    }
  }
}

/// The entries as JSON, written without a tree: ten thousand entries need megabytes of text.
private func listed(_ entries: [Entry], _ problems: [String: ConfigProblems.Judgement]) -> [UInt8] {
  var printer = JSONPrinter()
  printer.list(entries) { $0.write($1, problems.isEmpty ? nil : problems[$1.name]?.why) }
  printer.endLine()
  return printer.bytes
}

extension JSONPrinter {
  /// An entry as `list --json` shows it.
  mutating func write(_ entry: Entry, _ problem: Diagnostic? = nil) {
    object { printer in
      printer.member("name", entry.name)
      printer.member("display_name", entry.label.displayName)
      printer.member("account_id", entry.accountID)
      printer.member("role_name", entry.roleName)
      printer.member("role_arn", entry.roleARN)
      printer.member("region", entry.region)
      printer.member("color", entry.label.color.hex)
      printer.member("group", entry.label.group)
      printer.member("shortcut", entry.label.shortcut.map { String($0) })
      printer.member("kind", entry.kind.rawValue)
      printer.begin("origin")
      printer.object { printer in
        printer.member("file", entry.origin.file)
        printer.member("line", entry.origin.line)
      }
      guard let problem else { return }
      printer.begin("problem")
      printer.object { printer in
        printer.member("file", problem.origin.file)
        printer.member("line", problem.origin.line)
        printer.member("message", problem.message)
      }
    }
  }
}
