import Canvas
import Accounts
import Batch
import Credentials
import Files
import Glibc
import Shells
import Terminal
import Text

/// A command, and the entries to run it for.
struct BatchJob: Sendable {
  /// How the entries are chosen.
  enum Scope: Sendable {
    case selected(Selection)
    /// The entries for which the last run failed.
    case lastFailed
    /// The entries that the user marks in the picker.
    case marked
  }

  let entries: [Entry]
  let command: [String]
  /// The path of the command's file; empty if there is no command.
  private let path: String
  private var options: SessionOptions
  private let switcher: Switcher
  private let world: World

  /// Finds the entries and the command.
  ///
  /// Throws a `CommandError`, with status 126 or 127 for a command that cannot be run.
  init(_ chosen: Scope, command: [String], options: SessionOptions, _ world: World) async throws {
    self.world = world
    self.options = options
    var switcher = Switcher(world)
    switcher.configuration.reportUnreadableFiles(in: world)
    var command = command
    switch chosen {
    case .selected(let selection): entries = try selection.entries(in: switcher.configuration)
    case .marked:
      let names = Set(try await markedEntries(in: switcher.configuration, for: command, world))
      // The settings may have changed since the list was read.
      switcher = Switcher(world, Configuration.read(in: world))
      entries = switcher.configuration.catalogue.entries.filter { names.contains($0.name) }
    case .lastFailed:
      let last = try LastRun.unfinished(in: world)
      if command.isEmpty { command = last.command }
      self.options = last.options(options)
      entries = try last.entries(in: switcher.configuration.catalogue, world)
    }
    self.switcher = switcher
    self.command = command
    path = try command.first.map { try foundCommand($0, world.environment) } ?? ""
  }
}

/// How a job is run.
struct BatchOptions: Sendable {
  var style: OutputStyle
  var parallel: Int
  var failsFast: Bool
  /// True if requests to AWS are printed, which leaves no room for progress.
  var isVerbose: Bool
  /// Nil if the settings decide.
  var delivery: Settings.CredentialMode?
}

extension BatchJob {
  /// Throws a `CommandError` if the settings may protect an entry of the job and could not be read.
  func checkProtection() throws {
    for entry in entries {
      do { try switcher.configuration.checkProtection(of: .entry(entry)) } catch {
        throw CommandError(error, entry: entry.name)
      }
    }
  }

  /// Runs the command for every entry, reports the outcomes, and gives the exit status.
  func run(_ options: BatchOptions) async throws -> Int32 {
    keep(entries)
    let isSeen = world.showsProgress && !options.isVerbose
    let work = work(report(options.style, printsOutcomes: !isSeen), options.delivery)
    let run = BatchRun(
      entries, BatchSessions(switcher, self.options), work, window: isSeen ? progressWindow : nil)
    let schedule = await run.run(parallel: options.parallel, failsFast: options.failsFast)
    keep(
      zip(entries, schedule.states).filter { $1.outcome?.isDone != true }.map(\.0), warns: false)
    world.show(runTable(schedule, work.report.errors, took: run.elapsed, world.errorLook()))
    world.reportClock()
    if let error = work.report.display.outputError, !(error is BrokenPipeError) { throw error }
    return schedule.status
  }

  private func work(_ report: RunReport, _ delivery: Settings.CredentialMode?) -> BatchCommand {
    let settings = switcher.configuration.settings
    var quiet = world
    quiet.say = report.display.sayOnce
    return BatchCommand(
      words: command, path: path, options: options, settings: settings,
      delivery: delivery ?? settings.credentials, report: report, world: quiet)
  }

  private func report(_ style: OutputStyle, printsOutcomes: Bool) -> RunReport {
    RunReport(
      style: style, output: names(on: STDOUT_FILENO), errors: names(on: STDERR_FILENO),
      display: RunDisplay(output: writeOutput, errors: { writeWhole($0, to: STDERR_FILENO) }),
      sharesDestination: isSameFile(STDOUT_FILENO, STDERR_FILENO), printsOutcomes: printsOutcomes)
  }

  /// Stores the unfinished entries, so that they are known however this process ends.
  ///
  /// `warns` prints why nothing is stored.
  private func keep(_ unfinished: [Entry], warns: Bool = true) {
    LastRun(
      command: command, failed: unfinished.map(\.name), readOnly: options.isReadOnly,
      policyARNs: options.policyARNs, policy: options.policy
    ).keep(in: world, warns: warns)
  }

  private func names(on file: Int32) -> RunNames {
    RunNames(entries, isatty(file) == 1 ? LabelColors(environment: world.environment) : .unstyled)
  }
}

/// The path of a command.
///
/// Throws a `CommandError` with the status of a shell if it cannot be run.
private func foundCommand(_ name: String, _ environment: [String: String]) throws -> String {
  do throws(SpawnError) {
    let path = try findCommand(name, environment: environment)
    guard RawText.withCString(path, { access($0, F_OK) }) != 0 else { return path }
    let error = SystemError.latest
    throw error.code == ENOENT ? .notFound(name) : .notExecutable(path, reason: "\(error)")
  } catch {
    throw CommandError(status: error.status, description: "\(error)")
  }
}

/// Opens the picker to mark entries, and gives their names.
///
/// Throws a `CommandError` if the picker cannot open or the user leaves it.
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
  } catch let error as TerminalError {
    throw CommandError.input(
      "Choose entries with --group, --match, --entry or --stdin; the picker cannot open here. "
        + "\(error)"
    )
  }
  guard let names else { throw CommandError.cancelled }
  return names
}

extension Selection {
  /// The selected entries.
  ///
  /// Throws a `CommandError` for a name, a group or a pattern without entries.
  func entries(in configuration: Configuration) throws(CommandError) -> [Entry] {
    do {
      return try entries(in: configuration.catalogue, named: configuration.entry(named:))
    } catch let error as SelectionError {
      throw CommandError(status: 1, description: "\(error)")
    } catch {
      throw configuration.commandError(error)
    }
  }
}
