import Accounts
import Canvas
import Picker
import Terminal

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
