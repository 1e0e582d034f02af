import Accounts
import Canvas
import Credentials
import Foundation
import Secrets
import Shells
import Text

/// A code that the user types at the terminal.
///
/// Asks again until it has six digits.
func codeFromTerminal(
  _ request: CodeRequest, for entry: String, _ world: World
) throws -> Secret {
  if let why = request.reason.sentence { world.say(why) }
  let question = "MFA code for \(entry.cleaned) from \(request.device.cleaned): "
  while true {
    guard let line = try world.prompter.ask(question, false) else { throw CommandError.cancelled }
    let code = line.trimmingCharacters(in: .whitespaces)
    if isMFACode(code) { return Secret(code) }
    world.say("An MFA code has six digits.")
  }
}

extension CodeRequest.Reason {
  fileprivate var sentence: String? {
    switch self {
    case .first: nil
    case .wrong:
      "AWS refused that code. Each code works once; wait for the next one if it was right."
    case .maybeUsed:
      "That code was sent before and may be used up. Wait for the next one (30 s), and type that."
    }
  }
}

/// Throws a `CommandError` unless the entry, or the source of a role, is confirmed if it requires
/// that.
func confirm(_ target: SwitchTarget, given: String?, _ world: World) throws {
  if case .role(let role, let source?) = target, !role.label.confirm {
    return try confirm(source, given: given, world)
  }
  try confirm(target.entry, given: given, world)
}

/// Throws a `CommandError` unless an entry that requires it is confirmed by its name or display
/// name, from `--confirm`, else at the terminal.
func confirm(_ entry: Entry, given: String?, _ world: World) throws {
  guard entry.label.confirm else { return }
  let name = entry.name.cleaned
  if let given {
    guard given != entry.name, given != entry.label.displayName else { return }
    throw CommandError.input("--confirm says '\(given.cleaned)', but the entry is '\(name)'.")
  }
  let isQuestion = entry.label.confirmsBriefly
  // A y that was typed for another question must not count.
  if isQuestion { world.prompter.discardTypeAhead() }
  let typed: String?
  do {
    typed = try world.prompter.ask(
      isQuestion
        ? "Switch to \(entry.label.displayName.cleaned)? [y/N] " : "Type \(name) to confirm: ", true
    )
  } catch {
    throw CommandError.input(
      "\(name) requires confirmation, and there is no terminal; add --confirm \(name).")
  }
  guard let typed else { throw CommandError.cancelled }
  let answer = typed.trimmingCharacters(in: .whitespaces)
  let isConfirmed =
    isQuestion
    ? ["y", "yes"].contains(answer.lowercased())
    : [name, entry.label.displayName.cleaned].contains(answer)
  guard isConfirmed else {
    throw CommandError.input(
      isQuestion ? "Nothing was done." : "That doesn't match \(name). Nothing was done.")
  }
}

/// Throws a `CommandError` unless all entries that require it are confirmed by their number, from
/// `--confirm-all`, else at the terminal.
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
    world.prompter.show(question(unconfirmed, toRun: command, world.errorLook()))
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

/// The question with the entries as a table, which fits the terminal if there is one.
private func question(_ entries: [Entry], toRun command: [String], _ look: TableLook?) -> String {
  let shown = command.joined(separator: " ").cleaned.truncated(to: 60)
  let drawn = look.map { look in
    Table(entries).drawn(TableLook(columns: look.columns - 2, colors: .unstyled))
  }
  let rows = (drawn ?? String(decoding: entryColumns(entries), as: UTF8.self))
    .split(separator: "\n").map { "  \($0)\n" }.joined()
  return "\(needing(entries.count)) confirmation before `\(shown)` runs:\n\(rows)"
}
