import Accounts
import Canvas
import Picker

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
  /// Reads the words of a query; with `takesSingleMatch` (`-1`) the only entry that it finds is switched to.
  ///
  /// `options` are those of the line: the corrected line keeps them, since one without `--read-only` would do harm.
  ///
  /// The exact name of an entry always means that entry. A query that finds entries is refused only where its first word
  /// looks like a command, stands in none of the entries that are found, and the other words name an entry exactly, as in
  /// `use acme-dev`.
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
  /// True where its names, group, account or role contain a word, in upper or lower case.
  fileprivate func contains(_ word: String) -> Bool {
    let word = word.lowercased()
    return [name, label.displayName, label.group, accountID, roleName].compactMap(\.self)
      .contains { $0.lowercased().contains(word) }
  }
}
