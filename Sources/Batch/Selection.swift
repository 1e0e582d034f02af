package import Accounts
import Text

/// A selection of entries: those in one of the groups, or that match one of the patterns or names.
package struct Selection: Equatable {
  package var groups: [String] = []
  /// Globs for names and display names.
  package var patterns: [String] = []
  /// Exact names, or exact display names.
  package var names: [String] = []

  package init(groups: [String] = [], patterns: [String] = [], names: [String] = []) {
    self.groups = groups
    self.patterns = patterns
    self.names = names
  }

  package var isEmpty: Bool { groups.isEmpty && patterns.isEmpty && names.isEmpty }
}

extension Selection {
  /// The chosen entries, each once, in the catalogue's order.
  ///
  /// `find` gives the only entry with a name, and throws if there is none. Throws a
  /// `SelectionError` for a group or pattern without entries, which may be misspelt.
  package func entries(
    in catalogue: Catalogue, named find: (String) throws -> Entry
  ) throws -> [Entry] {
    var chosen = Set(try names.map { try find($0).name })
    for group in groups {
      let found = catalogue.entries.filter { $0.label.group == group }
      guard !found.isEmpty else { throw SelectionError.emptyGroup(group, in: catalogue) }
      chosen.formUnion(found.map(\.name))
    }
    for pattern in patterns {
      let glob = Glob(pattern)
      let found = catalogue.entries.filter {
        glob.matches($0.name) || glob.matches($0.label.displayName)
      }
      guard !found.isEmpty else { throw SelectionError.noMatch(pattern) }
      chosen.formUnion(found.map(\.name))
    }
    return catalogue.entries.filter { chosen.contains($0.name) }
  }
}

/// A group or a pattern selects no entry.
package enum SelectionError: Error, CustomStringConvertible {
  case emptyGroup(String, in: Catalogue)
  case noMatch(String)

  package var description: String {
    switch self {
    case .emptyGroup(let group, let catalogue): catalogue.emptyGroupMessage(group)
    case .noMatch(let pattern):
      "No entry's name matches '\(pattern.cleaned)'. See `switchback list`."
    }
  }
}

extension Catalogue {
  /// The message that a group has no entries, with the names of the existing groups.
  package func emptyGroupMessage(_ group: String) -> String {
    let groups = Set(entries.compactMap(\.label.group)).sorted().map(\.cleaned)
    let more = groups.count > 12 ? " and \(groups.count - 12) more" : ""
    return "No entry is in the group '\(group.cleaned)'. "
      + (groups.isEmpty
        ? "There are no groups yet. Set `group` for entries in config.yaml."
        : "Groups: \(groups.prefix(12).joined(separator: ", "))\(more).")
  }
}

/// The names in a text, one per line.
///
/// Blank lines are skipped.
package func namesOnLines(_ bytes: [UInt8]) -> [String] {
  String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    .map { $0.trimmingPrefix(while: \.isWhitespace) }
    .map { String($0.reversed().drop(while: \.isWhitespace).reversed()) }
    .filter { !$0.isEmpty }
}
