import Canvas
import Accounts
import Batch
import Credentials
import Files
import Glibc
import Shells
import Terminal
import Text

/// A command and the entries that it is to be run as.
struct BatchJob: Sendable {
  /// How the entries are chosen.
  enum Scope: Sendable {
    case selected(Selection)
    /// What the last run is not done as.
    case lastFailed
    /// In the picker.
    case marked
  }

  let entries: [Entry]
  let command: [String]
  /// Where the command was found; empty where there is none.
  private let path: String
  private var choice: SessionOptions
  private let switching: Switcher
  private let world: World

  /// Finds entries and command; throws a `CommandError`, with 126 or 127 for a command that cannot be run.
  init(_ chosen: Scope, command: [String], choice: SessionOptions, _ world: World) async throws {
    self.world = world
    self.choice = choice
    var switching = Switcher(world)
    switching.configuration.reportUnreadableFiles(in: world)
    var command = command
    switch chosen {
    case .selected(let selection): entries = try selection.entries(in: switching.configuration)
    case .marked:
      let names = Set(try await markedEntries(in: switching.configuration, for: command, world))
      // The settings may have changed since the list was read.
      switching = Switcher(world, Configuration.read(in: world))
      entries = switching.configuration.catalogue.entries.filter { names.contains($0.name) }
    case .lastFailed:
      let last = try LastRun.unfinished(in: world)
      if command.isEmpty { command = last.command }
      self.choice = last.options(choice)
      entries = try last.entries(in: switching.configuration.catalogue, world)
    }
    self.switching = switching
    self.command = command
    path = try command.first.map { try foundCommand($0, world.environment) } ?? ""
  }
}

/// How a job is to be run.
struct BatchOptions: Sendable {
  var reporting: OutputStyle
  var parallel: Int
  var failsFast: Bool
  /// What is asked of AWS is said, which leaves no room for progress.
  var isVerbose: Bool
  /// Nil where the settings decide.
  var delivery: Settings.CredentialMode?
}

extension BatchJob {
  /// Throws a `CommandError` where the settings may protect an entry of the job and could not be read.
  func checkProtection() throws {
    for entry in entries {
      do { try switching.configuration.checkProtection(of: .entry(entry)) } catch {
        throw CommandError(error, entry: entry.name)
      }
    }
  }

  /// Runs the command as every entry, and tells how it went; gives the status to end with.
  func run(_ wish: BatchOptions) async throws -> Int32 {
    keep(entries)
    let isSeen = world.showsProgress && !wish.isVerbose
    let work = work(report(wish.reporting, saysEnds: !isSeen), wish.delivery)
    let run = BatchRun(
      entries, BatchSessions(switching, choice), work, window: isSeen ? progressWindow : nil)
    let schedule = await run.run(parallel: wish.parallel, failsFast: wish.failsFast)
    keep(
      zip(entries, schedule.states).filter { $1.outcome?.isDone != true }.map(\.0), saying: false)
    world.show(runTable(schedule, work.report.errors, took: run.elapsed, world.errorLook()))
    world.reportClock()
    if let fault = work.report.display.outputError, !(fault is BrokenPipeError) { throw fault }
    return schedule.status
  }

  private func work(_ report: RunReport, _ delivery: Settings.CredentialMode?) -> BatchCommand {
    let settings = switching.configuration.settings
    var quiet = world
    quiet.say = report.display.sayOnce
    return BatchCommand(
      words: command, path: path, choice: choice, settings: settings,
      delivery: delivery ?? settings.credentials, report: report, world: quiet)
  }

  private func report(_ reporting: OutputStyle, saysEnds: Bool) -> RunReport {
    RunReport(
      style: reporting, output: names(on: STDOUT_FILENO), errors: names(on: STDERR_FILENO),
      display: RunDisplay(output: writeOutput, errors: { writeWhole($0, to: STDERR_FILENO) }),
      sharesDestination: isSameFile(STDOUT_FILENO, STDERR_FILENO), printsOutcomes: saysEnds)
  }

  /// So that whatever ends us leaves what is still to be done.
  ///
  /// Why nothing is left is said once.
  private func keep(_ unfinished: [Entry], saying says: Bool = true) {
    LastRun(
      command: command, failed: unfinished.map(\.name), readOnly: choice.isReadOnly,
      policyARNs: choice.policyARNs, policy: choice.policy
    ).keep(in: world, saying: says)
  }

  private func names(on file: Int32) -> RunNames {
    RunNames(entries, isatty(file) == 1 ? LabelColors(environment: world.environment) : .unstyled)
  }
}

/// Where a command is that can be run; throws a `CommandError` with the status that shells give.
private func foundCommand(_ name: String, _ environment: [String: String]) throws -> String {
  do throws(SpawnError) {
    let path = try findCommand(name, environment: environment)
    guard RawText.withCString(path, { access($0, F_OK) }) != 0 else { return path }
    let fault = SystemError.latest
    throw fault.code == ENOENT ? .notFound(name) : .notExecutable(path, reason: "\(fault)")
  } catch {
    throw CommandError(status: error.status, description: "\(error)")
  }
}

/// The names of the entries that are marked in the picker, opened for that; throws a `CommandError` where none can be, or they
/// are left.
func markedEntries(
  in configuration: Configuration, for command: [String], _ world: World
) async throws -> [String] {
  let catalogue = configuration.catalogue
  guard !catalogue.entries.isEmpty else {
    throw CommandError(status: 1, description: configuration.noEntries)
  }
  guard !world.isAccessible else {
    throw CommandError.input("Choose entries with --group, --match, --entry or --stdin.")
  }
  let shown = command.joined(separator: " ").cleaned.truncated(to: 60)
  let names: [String]?
  do {
    names = try await PickerSession().chooseEntries(for: shown, world)
  } catch let problem as TerminalError {
    throw CommandError.input(
      "Choose entries with --group, --match, --entry or --stdin; the picker cannot open here. \(problem)"
    )
  }
  guard let names else { throw CommandError.cancelled }
  return names
}

extension Selection {
  /// The chosen entries; throws a `CommandError` for a name, a group or a pattern that chooses none.
  func entries(in configuration: Configuration) throws(CommandError) -> [Entry] {
    do {
      return try entries(in: configuration.catalogue, named: configuration.entry(named:))
    } catch let error as SelectionError {
      throw CommandError(status: 1, description: "\(error)")
    } catch {
      throw configuration.failure(error)
    }
  }
}
