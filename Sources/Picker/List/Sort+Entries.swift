package import Accounts

extension Settings.Sort {
  /// The entries in this order; `recents` are names, newest first.
  package func sorted(_ entries: [Entry], recents: [String]) -> [Entry] {
    switch self {
    case .file: entries
    case .name: entries.sorted { $0.sortingName < $1.sortingName }
    case .recent: recentFirst(entries, recents: recents)
    }
  }

  private func recentFirst(_ entries: [Entry], recents: [String]) -> [Entry] {
    var places: [String: Int] = [:]
    for (place, name) in recents.enumerated() where places[name] == nil { places[name] = place }
    guard !places.isEmpty else { return entries }
    var first: [(place: Int, entry: Entry)] = []
    var rest: [Entry] = []
    for entry in entries {
      if let place = places[entry.name] { first.append((place, entry)) } else { rest.append(entry) }
    }
    return first.sorted { $0.place < $1.place }.map(\.entry) + rest
  }
}

extension Entry {
  fileprivate var sortingName: String { label.displayName.lowercased() }
}
