import Accounts

extension History {
  /// Marks the selected switch, or takes its mark away, and goes on.
  mutating func mark(_ motion: Motion) {
    guard let selected else { return }
    if marked.remove(selected.id) == nil { marked.insert(selected.id) }
    move(motion, page: 1)
  }

  /// Marks all that are shown, or none of them where all are marked.
  mutating func markAll() {
    let shown = Set(shown)
    if marked.isSuperset(of: shown) { marked.subtract(shown) } else { marked.formUnion(shown) }
  }
}
