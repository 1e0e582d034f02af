extension Model {
  func isMarked(_ row: Int) -> Bool { list.marked.contains(row) }

  mutating func mark(_ motion: Motion) -> [Effect] {
    guard list.mark() else { return [.ring] }
    list.move(motion, page: 1)
    return []
  }

  mutating func markAll() -> [Effect] {
    guard list.hasMatches else { return [.ring] }
    list.markAll()
    return []
  }
}
