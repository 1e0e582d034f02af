extension Catalogue {
  /// The entry of that exact name, else the only one of that exact display name; nil where there is none.
  package func entry(exactly name: String) -> Entry? {
    let called = entries(called: name)
    return called.count == 1 ? called[0] : nil
  }

  /// The one entry that is called so: by its exact name, else by its exact display name.
  package func entry(named name: String) throws(UnknownEntryError) -> Entry {
    let called = entries(called: name)
    switch called.count {
    case 1: return called[0]
    case 0: throw .unknown(name, nearest: nearest(to: name, among: callableNames))
    default: throw .ambiguous(displayName: name, names: called.map(\.name))
    }
  }

  /// The one of that exact name, else all of that exact display name.
  private func entries(called name: String) -> [Entry] {
    if let entry = entries.first(where: { $0.name == name }) { return [entry] }
    return entries.filter { $0.label.displayName == name }
  }

  /// Names and display names, each once.
  private var callableNames: [String] {
    var seen: Set<String> = []
    return (entries.map(\.name) + entries.map(\.label.displayName)).filter {
      seen.insert($0).inserted
    }
  }
}

/// Why what was typed names no one entry.
package enum UnknownEntryError: Error, Sendable, Hashable {
  /// With what may have been meant, likeliest first; perhaps nothing.
  case unknown(String, nearest: [String])
  /// With sentences that say why it is none.
  case explained(String, why: String)
  case ambiguous(displayName: String, names: [String])
}

extension UnknownEntryError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unknown(let name, []):
      "No entry '\(name)'. See `switchback list`."
    case .unknown(let name, let nearest):
      "No entry '\(name)'. Did you mean \(listed(nearest, or: "or"))?"
    case .explained(let name, let why):
      "No entry '\(name)'. \(why)"
    case .ambiguous(let displayName, let names):
      "More than one entry has the display name '\(displayName)': \(listed(names, or: "and")). "
        + "Use the name of one."
    }
  }

  private func listed(_ names: [String], or conjunction: String) -> String {
    let quoted = names.prefix(8).map { "'\($0)'" }
    let more = names.count > quoted.count ? ["\(names.count - quoted.count) more"] : []
    let all = quoted + more
    guard let last = all.last, all.count > 1 else { return all.joined() }
    return all.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
  }
}
