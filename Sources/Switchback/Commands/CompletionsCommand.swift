import Accounts
import ArgumentParser
import CommandReference
import Search
import Text

/// `switchback completions`.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print a completion script for your shell.",
    discussion: """
      bash, in ~/.bashrc:             eval "$(switchback completions bash)"
      zsh, in ~/.zshrc past compinit: eval "$(switchback completions zsh)"
      fish, in its config.fish:       switchback completions fish | source

      Or save it as ~/.local/share/bash-completion/completions/switchback, as _switchback in a \
      folder of zsh's fpath, or as ~/.config/fish/completions/switchback.fish.

      Entries, groups, logins and themes are looked up when you press Tab; the script stays valid as \
      they change.
      """)

  @Argument(help: "The shell.")
  var shell: CompletingShell

  func run() throws {
    try World.live().print(completions(for: shell))
  }
}

extension CompletingShell: ExpressibleByArgument {}

/// The values of a kind on this machine.
///
/// Entries come from the cache if their files have not changed.
///
/// A name with characters that cannot be typed is left out.
func completedValues(_ kind: CompletedValue, _ world: World) -> [Completion.Candidate] {
  let all =
    switch kind {
    case .entries: catalogued(world) { entries($0) }
    case .groups: catalogued(world) { $0.groups.map { Completion.Candidate($0) } }
    case .logins:
      catalogued(world) { $0.logins.map { Completion.Candidate($0, "Login") } + entries($0) }
    case .themes: world.schemes.names.map { Completion.Candidate($0) }
    case .shells: shells(world)
    }
  return all.filter { $0.word == $0.word.cleaned && !$0.word.isEmpty }
}

private func catalogued<Value>(_ world: World, _ body: (EntryTable) -> Value) -> Value {
  let catalogue = PickerCatalogue(readOnly: false, world, wait: {})
  defer { catalogue.save(world) }
  return body(catalogue.table)
}

private func entries(_ table: EntryTable) -> [Completion.Candidate] {
  (0..<table.count).compactMap { row in
    table.text(.name, ofRow: row).map { name in
      let shown = table.text(.displayName, ofRow: row)
      let parts = [shown == name ? nil : shown, table.text(.account, ofRow: row)]
      let what = parts.compactMap(\.self).joined(separator: ", ")
      return Completion.Candidate(name, what.isEmpty ? nil : what)
    }
  }
}

/// The shells that users may log in with (shells(5)).
private func shells(_ world: World) -> [Completion.Candidate] {
  let bytes = (try? world.read("/etc/shells")) ?? nil
  return String(decoding: bytes ?? [], as: UTF8.self).split(whereSeparator: \.isNewline)
    .filter { $0.hasPrefix("/") }.map { Completion.Candidate(String($0)) }
}

extension CompletedValue {
  /// The kind for ArgumentParser.
  var kind: CompletionKind { .shellCommand(marker) }
}

/// Answers a completion script.
///
/// Prints no messages, since the user is typing.
func printCompletion(_ arguments: [String], _ world: World) throws {
  let reply = completionReply(to: arguments, in: try .all()) { completedValues($0, world) }
  if let reply { try world.print(reply) }
}
