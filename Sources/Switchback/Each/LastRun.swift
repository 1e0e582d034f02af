import Accounts
import Credentials
import Foundation
import Glibc

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
  func save(in world: World) {
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
