import Accounts

extension Model {
  func isMarked(_ row: Int) -> Bool { list.marked.contains(row) }

  mutating func mark(_ motion: Motion) -> [Effect] {
    // A typed role is assumed from one entry.
    guard role == nil, list.mark() else { return [.ring] }
    list.move(motion, page: 1)
    return []
  }

  mutating func markAll() -> [Effect] {
    guard role == nil, list.hasMatches else { return [.ring] }
    list.markAll()
    return []
  }

  /// Ends with the marked entries, in the order of their files, or with the selected one where none is marked.
  mutating func finishMarking() -> [Effect] {
    let rows = list.marked.isEmpty ? list.selected.map { [$0] } ?? [] : list.marked.sorted()
    guard rows.isEmpty else { return [.leave(.chosen(rows.map { list.entry($0).name }))] }
    return list.fold(false) ? [] : [.ring]
  }
}
