import Accounts
import Canvas

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
