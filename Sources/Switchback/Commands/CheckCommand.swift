import Accounts
import ArgumentParser
import Batch
import CommandReference
import Credentials
import Files
import HTTP
import Text

/// `switchback check`.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Try entries against AWS and explain each refusal.",
    discussion: """
      Without ENTRY all entries are tried, at most 10 at once with 20 requests a second. Cached \
      sessions are used. Nothing is switched and nothing is asked: entries that need a login or an \
      MFA code are shown as such. Exits with 3 if an entry does not work.
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
    let switcher = Switcher(world)
    switcher.configuration.reportUnreadableFiles(in: world)
    let chosen = try chosen(from: switcher.configuration)
    let checker = EntryChecker(switcher)
    let results = try await checker.results(of: chosen)
    world.reportClock()
    try world.write(json ? checkJSON(results) : checkTable(results, world.outputLook()))
    guard results.allSatisfy(\.works) else { throw ExitCode(3) }
  }

  /// The entries to try.
  ///
  /// Throws if a named entry, or every entry, may be protected by settings that could not be read.
  private func chosen(from configuration: Configuration) throws -> [Entry] {
    if let unread = configuration.settings.unreadProtectionOfAll { throw CommandError(unread) }
    let catalogue = configuration.catalogue
    let named =
      entries.isEmpty
      ? catalogue.entries
      : try entries.map { name in
        do { return try configuration.entry(named: name) } catch {
          throw configuration.commandError(error)
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

/// Tries many entries at once, within AWS's limits for all calls of an account.
struct EntryChecker {
  private let switcher: Switcher
  private let progress: CheckProgress

  init(_ switcher: Switcher) {
    var limited = switcher.world
    let progress = CheckProgress(limited)
    limited.sender = rateLimited(limited.sender, callsPerSecond: 20)
    limited.say = { [say = limited.say] sentence in
      progress.end()
      say(sentence)
    }
    limited.readInput = {
      throw FileReadError(path: "standard input", reason: "check does not read it")
    }
    self.switcher = Switcher(limited, switcher.configuration)
    self.progress = progress
  }

  private static let maxConcurrent = 10

  /// The results in the entries' order.
  ///
  /// Throws if the task is cancelled.
  func results(of entries: [Entry]) async throws -> [CheckResult] {
    progress.begin(entries.count)
    defer { progress.end() }
    var results: [Int: CheckResult] = [:]
    try await withThrowingTaskGroup(of: (Int, CheckResult).self) { group in
      var waiting = entries.enumerated().makeIterator()
      func start() {
        guard let (index, entry) = waiting.next() else { return }
        group.addTask { (index, try await result(of: entry)) }
      }
      for _ in 0..<Self.maxConcurrent { start() }
      for try await (index, result) in group {
        results[index] = result
        progress.advance(results.count, of: entries.count, result)
        start()
      }
    }
    return entries.indices.compactMap { results[$0] }
  }

  private func result(of entry: Entry) async throws -> CheckResult {
    do {
      return CheckResult(entry: entry, outcome: try await outcome(of: entry))
    } catch is CancellationError {
      throw CancellationError()
    } catch let needed as LoginNeededError {
      return CheckResult(entry: entry, outcome: .needsLogin("\(needed)"))
    } catch {
      return CheckResult(entry: entry, outcome: .fails(CommandError(error).description))
    }
  }

  private func outcome(of entry: Entry) async throws -> CheckResult.Outcome {
    let world = switcher.world
    let plan = try SwitchTarget.entry(entry).plan(
      SwitchRequest().options, in: switcher.configuration, world.environment)
    do { return try await outcome(of: plan) } catch {
      guard !(error is CancellationError), !(error is LoginNeededError) else { throw error }
      throw plan.commandError(error)
    }
  }

  private func outcome(of plan: Plan) async throws -> CheckResult.Outcome {
    let world = switcher.world
    let stsPlan = try plan.askingSTS(in: switcher.configuration, world.environment, region: nil)
    let dependencies = world.credentialDependencies(plan.settings, sharesRoles: plan.sharesRoles)
    return try await withTimeout {
      do {
        let session = try await plan.resolve(with: dependencies)
        return .works(try await callerIdentity(of: session, stsPlan, world))
      } catch let needed as CodeNeededError {
        return .needsCode(device: needed.request.device)
      }
    }
  }
}

/// A line on the terminal that shows the progress; nothing if there is no terminal.
struct CheckProgress: Sendable {
  private let write: @Sendable (String) -> Void

  init(_ world: World) {
    write = { [show = world.show, isSeen = world.showsProgress] text in if isSeen { show(text) } }
  }

  func begin(_ count: Int) {
    write("\r\u{1B}[KTrying \(count == 1 ? "1 entry" : "\(count) entries") ...")
  }

  func advance(_ done: Int, of count: Int, _ latest: CheckResult) {
    let name = latest.entry.name.cleaned.truncated(to: 40)
    write("\r\u{1B}[K\(done) of \(count): \(name) \(latest.outcome.word)")
  }

  func end() {
    write("\r\u{1B}[K")
  }
}
