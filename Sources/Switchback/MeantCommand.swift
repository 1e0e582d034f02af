import Accounts
import ArgumentParser
import Canvas

/// The command that a word was probably meant as: a misspelt one, or another tool's word for one.
struct MeantCommand: Equatable {
  /// A subcommand's name, or `--version`.
  let name: String

  /// Nil where the word looks like no command.
  init?(_ word: String) {
    let word = word.lowercased()
    if let name = otherWords[word] {
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

  /// The whole line with the words that stood behind it, or with placeholders where there were none, and with `options`
  /// and their values.
  func line(_ words: [String], options: [String] = []) -> String {
    let beginning = ["switchback", name]
    guard let first = words.first else {
      let placeholder = placeholders[name].map { " " + $0 } ?? ""
      return CommandLine.pasted(beginning + options) + placeholder
    }
    guard name == "exec", !words.contains("--") else {
      return CommandLine.pasted(beginning + words + options)
    }
    let command = words.count > 1 ? Array(words.dropFirst()) : ["COMMAND"]
    return CommandLine.pasted(beginning + [first] + options + ["--"] + command)
  }
}

/// What other tools, and people, call our commands.
private let otherWords = [
  "use": "shell", "open": "shell", "switch": "shell", "assume": "shell", "start": "shell",
  "run": "exec", "foreach": "each", "ls": "list", "entries": "list", "profiles": "list",
  "history": "recent", "status": "whoami", "who": "whoami", "env": "export", "man": "manual",
  "theme": "themes", "version": "--version",
]

/// What a command needs, as its help writes it.
private let placeholders = [
  "shell": "ENTRY", "explain": "ENTRY", "export": "ENTRY", "exec": "ENTRY -- COMMAND",
  "each": "-- COMMAND", "init": "bash",
]
