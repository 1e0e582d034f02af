/// A switch that happened, and the number by which the history knows it.
package struct HistoryRow: Sendable, Hashable, Identifiable {
  package var id: Int64
  package var record: SwitchRecord

  package init(id: Int64, recent: SwitchRecord) {
    self.id = id
    self.record = recent
  }
}
