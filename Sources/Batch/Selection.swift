import Accounts
import Credentials
import Switchback
import Text

/// Which entries a command is run as: all that one of the groups, patterns or names chooses.
package struct Selection: Equatable {
  package var groups: [String] = []
  /// Globs on names and display names.
  package var patterns: [String] = []
  /// Exact names, or exact display names.
  package var names: [String] = []

  package var isEmpty: Bool { groups.isEmpty && patterns.isEmpty && names.isEmpty }
}

extension Selection {
  /// The chosen entries, each once, in the catalogue's order.
  ///
  /// Throws a `CommandError` for whatever chooses none: a misspelt group must not pass for an empty one.
  package func entries(in configuration: Configuration) throws(CommandError) -> [Entry] {
    let catalogue = configuration.catalogue
    var chosen = try named(in: configuration)
    for group in groups {
      chosen.formUnion(
        try names(in: catalogue, orSay: catalogue.emptyGroupMessage(group)) {
          $0.label.group == group
        })
    }
    for pattern in patterns {
      let glob = Glob(pattern)
      chosen.formUnion(
        try names(
          in: catalogue,
          orSay: "No entry's name matches '\(pattern.cleaned)'. See `switchback list`."
        ) {
          glob.matches($0.name) || glob.matches($0.label.displayName)
        })
    }
    return catalogue.entries.filter { chosen.contains($0.name) }
  }

  private func named(in configuration: Configuration) throws(CommandError) -> Set<String> {
    var chosen: Set<String> = []
    for name in names {
      do {
        chosen.insert(try configuration.entry(named: name).name)
      } catch {
        throw configuration.failure(error)
      }
    }
    return chosen
  }

  private func names(
    in catalogue: Catalogue, orSay sentence: String, where isChosen: (Entry) -> Bool
  ) throws(CommandError) -> [String] {
    let found = catalogue.entries.filter(isChosen).map(\.name)
    guard !found.isEmpty else {
      throw CommandError(
        status: 1, description: sentence)
    }
    return found
  }
}

extension Catalogue {
  /// That no entry is in a group, and which groups there are.
  package func emptyGroupMessage(_ group: String) -> String {
    let groups = Set(entries.compactMap(\.label.group)).sorted().map(\.cleaned)
    let more = groups.count > 12 ? " and \(groups.count - 12) more" : ""
    return "No entry is in the group '\(group.cleaned)'. "
      + (groups.isEmpty
        ? "There are no groups yet: set `group` of entries in config.yaml."
        : "Groups: \(groups.prefix(12).joined(separator: ", "))\(more).")
  }
}

/// The names that a text holds, one a line; blank lines are none.
package func namesOnLines(_ bytes: [UInt8]) -> [String] {
  String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    .map { $0.trimmingPrefix(while: \.isWhitespace) }
    .map { String($0.reversed().drop(while: \.isWhitespace).reversed()) }
    .filter { !$0.isEmpty }
}
