import Accounts
import Credentials
import Foundation

/// What `each --failed` goes on from: the last command, and the entries that it is not done as.
struct LastRun: Codable, Equatable {
  var command: [String]
  var failed: [String]
  /// Chosen for all of them: what was to change nothing does not come to change something when it is run again.
  var readOnly: Bool
}

extension LastRun {
  /// The one that was kept last, nil where there was none; throws a `Failure` where it cannot be read.
  static func read(in world: World) throws -> LastRun? {
    do {
      guard let bytes = try world.read(world.places.lastRunFile) else { return nil }
      return try JSONDecoder().decode(LastRun.self, from: Data(bytes))
    } catch {
      throw Failure.input(
        "What the last `switchback each` left to do cannot be read from \(world.places.lastRunFile): "
          + "choose the entries again.")
    }
  }

  /// Keeps it for its owner alone; where that fails, `--failed` is lost, and nothing else.
  func keep(in world: World) {
    guard let data = try? JSONEncoder().encode(self) else { return }
    do throws(WriteProblem) {
      try writePrivately(Array(data), to: world.places.lastRunFile)
    } catch {
      world.say("\(error) `switchback each --failed` will not know of this run.")
    }
  }
}

extension Places {
  /// Names and a command's words, no secret of ours.
  fileprivate var lastRunFile: String { state + "/each.json" }
}
