import Accounts
import Batch
import Files
import Foundation
import Glibc
import Text

/// The last run, for `each --failed`: the command, and the entries for which it failed.
struct LastRun: Codable, Equatable {
  var command: [String]
  var failed: [String]
  /// `--read-only` of the last run, so that another run does not get more permissions.
  var readOnly: Bool
  /// The session policies, for the same reason.
  var policyARNs: [String]?
  var policy: String?
}

extension LastRun {
  /// The stored run; nil if there is none.
  ///
  /// Throws a `CommandError` if it cannot be read.
  static func read(in world: World) throws -> LastRun? {
    do {
      guard let bytes = try world.read(world.directories.lastRunFile) else { return nil }
      return try JSONDecoder().decode(LastRun.self, from: Data(bytes))
    } catch {
      throw CommandError.input(
        "The last run cannot be read from \(world.directories.lastRunFile). "
          + "Choose the entries again.")
    }
  }

  /// Stores the run, readable by its owner only.
  ///
  /// If that fails, only `--failed` is affected.
  ///
  /// A command with words that look like AWS keys is not stored. Then the earlier run is removed,
  /// since `--failed` would use it instead of this one.
  func keep(in world: World, warns: Bool = true) {
    guard !command.contains(where: { maskingKeys($0) != $0 }) else {
      try? Self.forget(in: world)
      guard warns else { return }
      return world.say(
        "The command seems to contain an AWS key, so it is not stored: `switchback each --failed` "
          + "will not know about this run.")
    }
    guard let data = try? JSONEncoder().encode(self) else { return }
    do throws(FileWriteError) {
      try writePrivately(Array(data), to: world.directories.lastRunFile)
    } catch {
      world.say("\(error) `switchback each --failed` will not know about this run.")
    }
  }
}

extension LastRun {
  /// Removes the stored run.
  ///
  /// Throws a `CommandError` if that fails.
  static func forget(in world: World) throws(CommandError) {
    let file = world.directories.lastRunFile
    guard unlink(file) != 0, ![ENOENT, ENOTDIR].contains(errno) else { return }
    throw .input("\(file) cannot be removed: \(SystemError.latest).")
  }

  /// The options for another run: the given ones, with the restrictions of the last run.
  func options(_ given: SessionOptions) -> SessionOptions {
    var options = given
    options.isReadOnly = given.isReadOnly || readOnly
    if given.policy == nil, given.policyARNs.isEmpty {
      (options.policy, options.policyARNs) = (policy, policyARNs ?? [])
    }
    return options
  }
}

extension AppDirectories {
  /// The file with the names of entries, the command and the session policies.
  ///
  /// It contains none of our secrets.
  fileprivate var lastRunFile: String { state + "/each.json" }
}

extension LastRun {
  /// The last run.
  ///
  /// Throws a `CommandError` if there was none, or if it succeeded for every entry.
  static func unfinished(in world: World) throws -> LastRun {
    guard let last = try read(in: world) else {
      throw CommandError.input("`switchback each` has not been run yet.")
    }
    guard !last.failed.isEmpty else {
      throw CommandError(
        status: 1, description: "The last `switchback each` succeeded for every entry.")
    }
    return last
  }

  /// The entries that still exist, in the catalogue's order.
  ///
  /// Reports the names of the others.
  func entries(in catalogue: Catalogue, _ world: World) throws(CommandError) -> [Entry] {
    let names = Set(failed)
    let entries = catalogue.entries.filter { names.contains($0.name) }
    let gone = names.subtracting(entries.map(\.name)).sorted().map(\.cleaned)
    if !gone.isEmpty {
      world.say("Skipped, no longer entries: \(gone.joined(separator: ", ")).")
    }
    guard !entries.isEmpty else {
      throw CommandError.input("None of the entries exist any more.")
    }
    return entries
  }
}

extension PickerSession {
  /// Runs a command for the entries that were marked in the picker, like `each`, and gives its
  /// status.
  ///
  /// The user's shell runs the command, so it may contain pipes and quotes.
  func runCommand(
    _ command: String, as entries: [String], _ settings: Settings, _ world: World
  ) async throws -> Int32 {
    let words = [try shellPath(shell.path, settings, world.environment), "-c", command]
    let job = try await BatchJob(
      .selected(Selection(names: entries)), command: words, options: request.options, world)
    try job.checkProtection()
    try confirmBatch(job.entries, toRun: [command], given: nil, world)
    return try await job.run(
      BatchOptions(
        style: .whole, parallel: 8, failsFast: false, isVerbose: false,
        delivery: shell.delivery))
  }

  /// Waits until the user has read a command's output; true for Enter, which opens the picker
  /// again.
  func waitsForEnter(_ world: World) -> Bool {
    (try? world.prompter.ask("Press Enter for the picker, Ctrl-D to end: ", true)) != nil
  }
}

extension LastRun {
  /// The command as a line: the argument of a shell's `-c`, else the quoted words.
  var line: String {
    if command.count == 3, command[1] == "-c" { return command[2] }
    return command.map(posixQuotedIfNeeded).joined(separator: " ")
  }
}
