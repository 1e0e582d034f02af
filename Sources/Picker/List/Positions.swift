import Accounts

/// Where a few of many entries are, by name.
struct Positions {
  private var indices: [String: Int] = [:]

  init(of names: [String], in entries: some Sequence<Entry>) {
    let wanted = Set(names)
    guard !wanted.isEmpty else { return }
    for (index, entry) in entries.enumerated()
    where wanted.contains(entry.name) && indices[entry.name] == nil {
      indices[entry.name] = index
    }
  }

  subscript(_ name: String) -> Int? { indices[name] }

  /// The indices of those of the names that are there, each once.
  func indices(of names: [String]) -> [Int] {
    var seen: Set<Int> = []
    return names.compactMap { indices[$0] }.filter { seen.insert($0).inserted }
  }
}
