import Accounts
import Batch
import Files
import Foundation
import Glibc
import Text

/// What `each --failed` goes on from: the last command, and the entries that it is not done as.
struct LastRun: Codable, Equatable {
  var command: [String]
  var failed: [String]
  /// Chosen for all of them: what was to change nothing does not come to change something when it is run again.
  var readOnly: Bool
  /// Session policies, for the same reason.
  var policyARNs: [String]?
  var policy: String?
}

extension LastRun {
  /// The one that was kept last, nil where there was none; throws a `CommandError` where it cannot be read.
  static func read(in world: World) throws -> LastRun? {
    do {
      guard let bytes = try world.read(world.directories.lastRunFile) else { return nil }
      return try JSONDecoder().decode(LastRun.self, from: Data(bytes))
    } catch {
      throw CommandError.input(
        "The last run cannot be read from \(world.directories.lastRunFile): "
          + "choose the entries again.")
    }
  }

  /// Keeps it for its owner alone; where that fails, `--failed` is lost, and nothing else.
  ///
  /// Words that look like keys of AWS's are not kept, and so nothing is: nor is an earlier run, which `--failed` would
  /// take for this one.
  func keep(in world: World, saying says: Bool = true) {
    guard !command.contains(where: { maskingKeys($0) != $0 }) else {
      try? Self.forget(in: world)
      guard says else { return }
      return world.say(
        "The command holds what looks like a key of AWS's, so it is not kept: `switchback each --failed` will not "
          + "know about this run.")
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
  /// Forgets it; throws a `CommandError` where it cannot be removed.
  static func forget(in world: World) throws(CommandError) {
    let file = world.directories.lastRunFile
    guard unlink(file) != 0, ![ENOENT, ENOTDIR].contains(errno) else { return }
    throw .input("\(file) cannot be removed: \(SystemError.latest).")
  }

  /// What is chosen for its entries: what limits the sessions is not lost where nothing is said anew.
  func options(_ choice: SessionOptions) -> SessionOptions {
    var choice = choice
    choice.isReadOnly = choice.isReadOnly || readOnly
    if choice.policy == nil, choice.policyARNs.isEmpty {
      (choice.policy, choice.policyARNs) = (policy, policyARNs ?? [])
    }
    return choice
  }
}

extension AppDirectories {
  /// Names, a command's words and session policies, no secret of ours.
  fileprivate var lastRunFile: String { state + "/each.json" }
}

extension LastRun {
  /// The last one; throws a `CommandError` where there was none, or it left nothing to do.
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

  /// Its entries that are still there, in the catalogue's order; the others are named.
  func entries(in catalogue: Catalogue, _ world: World) throws(CommandError) -> [Entry] {
    let wanted = Set(failed)
    let entries = catalogue.entries.filter { wanted.contains($0.name) }
    let gone = wanted.subtracting(entries.map(\.name)).sorted().map(\.cleaned)
    if !gone.isEmpty {
      world.say("Skipped, no longer entries: \(gone.joined(separator: ", ")).")
    }
    guard !entries.isEmpty else { throw CommandError.input("None of its entries exists any more.") }
    return entries
  }
}

extension PickerSession {
  /// Runs a command as each of the entries that were marked in the picker, as `each` does; gives its status.
  ///
  /// The command is for the user's own shell, which knows its pipes and quotes.
  func runCommand(
    _ command: String, as entries: [String], _ settings: Settings, _ world: World
  ) async throws -> Int32 {
    let words = [try shellPath(shell.path, settings, world.environment), "-c", command]
    let job = try await BatchJob(
      .selected(Selection(names: entries)), command: words, choice: request.choice, world)
    try job.checkProtection()
    try confirmBatch(job.entries, toRun: [command], given: nil, world)
    return try await job.run(
      BatchOptions(
        reporting: .whole, parallel: 8, failsFast: false, isVerbose: false,
        delivery: shell.delivery))
  }

  /// Waits until the user has seen what a command printed; true for Enter, which opens the picker again.
  func waitsForEnter(_ world: World) -> Bool {
    (try? world.prompter.ask("Press Enter for the picker, Ctrl-D to end: ", true)) != nil
  }
}

extension LastRun {
  /// The command as it can be typed: what a shell was given, else its words, quoted.
  var line: String {
    if command.count == 3, command[1] == "-c" { return command[2] }
    return command.map(posixQuotedIfNeeded).joined(separator: " ")
  }
}
