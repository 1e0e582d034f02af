import Accounts
import Canvas

/// Throws a `CommandError` unless all entries that need it are confirmed at once, by how many they are:
/// from `--confirm-all`, else at the terminal.
func confirmBatch(_ entries: [Entry], toRun command: [String], given: Int?, _ world: World)
  throws
{
  let unconfirmed = entries.filter(\.label.confirm)
  guard !unconfirmed.isEmpty else { return }
  let count = unconfirmed.count
  if let given {
    guard given != count else { return }
    throw CommandError.input(
      "--confirm-all says \(given), but \(needing(count)) confirmation: \(listed(unconfirmed)).")
  }
  let typed: String?
  do {
    world.prompter.show(batchQuestion(unconfirmed, toRun: command))
    typed = try world.prompter.ask("Type \(count) to confirm: ", true)
  } catch {
    throw CommandError.input(
      "\(needing(count)) confirmation, and there is no terminal: \(listed(unconfirmed)). "
        + "Add --confirm-all \(count), or choose other entries.")
  }
  guard let typed else { throw CommandError.cancelled }
  guard Int(typed.filter { !$0.isWhitespace }) == count else {
    throw CommandError.input("That doesn't match. Nothing was done.")
  }
}

private func needing(_ count: Int) -> String {
  count == 1 ? "1 entry needs" : "\(count) entries need"
}

private func listed(_ entries: [Entry]) -> String {
  let names = entries.prefix(8).map(\.name.cleaned).joined(separator: ", ")
  return entries.count > 8 ? "\(names) and \(entries.count - 8) more" : names
}

private func batchQuestion(_ entries: [Entry], toRun command: [String]) -> String {
  let shown = command.joined(separator: " ").cleaned.truncated(to: 60)
  let rows = String(decoding: entryColumns(entries), as: UTF8.self)
    .split(separator: "\n").map { "  \($0)\n" }.joined()
  return "\(needing(entries.count)) confirmation before `\(shown)` is run:\n\(rows)"
}
