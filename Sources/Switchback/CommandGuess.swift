import Accounts
import ArgumentParser
import Canvas

/// The command behind a misspelt name, or behind another tool's name for it.
struct CommandGuess: Equatable {
  /// A subcommand's name, or `--version`.
  let name: String

  /// Nil where the word looks like no command.
  init?(_ word: String) {
    let word = word.lowercased()
    if let name = commandAliases[word] {
      self.name = name
      return
    }
    guard word.count > 2 else { return nil }
    let names = Switchback.configuration.subcommands.map { $0.configuration }
      .filter { $0.shouldDisplay }.compactMap { $0.commandName }
    let near = names.contains(word) ? [word] : nearest(to: word, among: names)
    guard let name = near.first(where: { abs($0.count - word.count) <= 2 }) else { return nil }
    self.name = name
  }

  /// The corrected line with the words after the name, else placeholders, and with options and their values.
  func line(_ words: [String], options: [String] = []) -> String {
    let beginning = ["switchback", name]
    guard let first = words.first else {
      let placeholder = placeholders[name].map { " " + $0 } ?? ""
      return CommandLine.shellLine(beginning + options) + placeholder
    }
    guard name == "exec", !words.contains("--") else {
      return CommandLine.shellLine(beginning + words + options)
    }
    let command = words.count > 1 ? Array(words.dropFirst()) : ["COMMAND"]
    return CommandLine.shellLine(beginning + [first] + options + ["--"] + command)
  }
}

/// Our commands by the names that they have in other tools, or that people try first.
private let commandAliases = [
  "use": "shell", "open": "shell", "switch": "shell", "assume": "shell", "start": "shell",
  "run": "exec", "foreach": "each", "ls": "list", "entries": "list", "profiles": "list",
  "history": "recent", "status": "whoami", "who": "whoami", "env": "export", "man": "manual",
  "theme": "themes", "version": "--version",
]

/// The arguments of commands, as help writes them.
private let placeholders = [
  "shell": "ENTRY", "explain": "ENTRY", "export": "ENTRY", "exec": "ENTRY -- COMMAND",
  "each": "-- COMMAND", "init": "bash",
]
