import Accounts
import ArgumentParser
import Credentials
import Picker
import Text

/// The command behind a misspelt name, or behind another tool's name for it.
struct CommandGuess: Equatable {
  /// A subcommand's name, or `--version`.
  let name: String

  /// Nil if the word does not look like a command.
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

  /// The corrected line with the words after the name, else placeholders, and with options and
  /// their values.
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

/// Our commands by their names in other tools, or by names that people try first.
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

/// What `switchback QUERY` does.
enum QueryMeaning: Equatable {
  /// Switches to the entry of that name, without the picker.
  case entry(String)
  /// Refuses the query, since its words look like a command; with the corrected line.
  case command(String)
  /// Opens the picker with the query in it.
  case picker
}

extension QueryMeaning {
  /// Reads the words of a query.
  ///
  /// With `takesSingleMatch` (`-1`) it means the only matching entry.
  ///
  /// `options` are the options of the line. The corrected line keeps them, since a line without
  /// `--read-only` could do harm.
  ///
  /// The exact name of an entry always means that entry. A query that matches entries is refused
  /// only if its first word looks like a command, no matching entry contains that word, and the
  /// other words are the exact name of an entry, as in `use acme-dev`.
  init(
    _ words: [String], options: [String] = [], takesSingleMatch: Bool,
    in configuration: Configuration
  ) {
    let catalogue = configuration.catalogue
    let query = words.joined(separator: " ")
    if let entry = catalogue.entry(exactly: query) {
      self = .entry(entry.name)
      return
    }
    let meant = CommandGuess(words.first ?? "")
    guard meant != nil || takesSingleMatch else {
      self = .picker
      return
    }
    let ranked = RankedEntries(
      catalogue.entries, sortedBy: configuration.settings.sort, Usage())
    let found = ranked.found(by: query)
    let rest = words.dropFirst().joined(separator: " ")
    let isEntry = catalogue.entry(exactly: rest) != nil
    if let meant,
      found.isEmpty || isEntry && !found.contains(where: { $0.contains(words[0]) })
    {
      self = .command(meant.line(isEntry ? [rest] : Array(words.dropFirst()), options: options))
    } else if takesSingleMatch, found.count == 1 {
      self = .entry(found[0].name)
    } else {
      self = .picker
    }
  }
}

extension Entry {
  /// True if its names, group, account or role contain a word, in upper or lower case.
  fileprivate func contains(_ word: String) -> Bool {
    let word = word.lowercased()
    return [name, label.displayName, label.group, accountID, roleName].compactMap(\.self)
      .contains { $0.lowercased().contains(word) }
  }
}
