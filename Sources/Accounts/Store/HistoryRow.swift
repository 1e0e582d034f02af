/// A switch that happened, and the number by which the history knows it.
package struct HistoryRow: Sendable, Hashable, Identifiable {
  package var id: Int64
  package var recent: Recent

  package init(id: Int64, recent: Recent) {
    self.id = id
    self.recent = recent
  }
}
