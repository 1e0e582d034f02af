package import Accounts

extension Settings.Sort {
  /// The entries in this order; `recents` are names, newest first.
  package func sorted(_ entries: [Entry], recents: [String]) -> [Entry] {
    guard self == .name || !recents.isEmpty else { return entries }
    return order(of: entries, recents: recents).map { entries[$0] }
  }

  /// The indices of the entries in this order; `recents` are names, newest first.
  func order(of entries: [Entry], recents: [String]) -> [Int] {
    switch self {
    case .file: return Array(entries.indices)
    case .name:
      let names = entries.map { $0.label.displayName.lowercased() }
      return entries.indices.sorted { (names[$0], $0) < (names[$1], $1) }
    case .recent:
      let first = Positions(of: recents, in: entries).indices(of: recents)
      let isFirst = Set(first)
      return first + entries.indices.filter { !isFirst.contains($0) }
    }
  }
}
