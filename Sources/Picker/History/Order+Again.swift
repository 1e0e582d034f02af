import Accounts

extension Model {
  /// The switch to what is selected, in the list or in the history.
  var selectedOrder: Order? {
    guard let history else { return list.selected.map { order($0, role: role) } }
    return history.selected.flatMap { order(again: $0.recent) }
  }

  /// The same switch as then, in the same region, and read-only where it was; nil where its entry is gone.
  private func order(again recent: Recent) -> Order? {
    guard let row = list.table.row(named: recent.entry) else { return nil }
    var choice = Choice()
    choice.isReadOnly = recent.isReadOnly
    if let region = recent.region, region != list.entry(row).region,
      TextLimit.region.fault(in: region) == nil
    {
      choice.region = region
    }
    return order(row, choice: choice, role: nil)
  }

  /// Switches as then; for a role that no entry names, asks what to assume it from.
  mutating func switchAgain() -> [Effect] {
    if let order = selectedOrder { return begin(order) }
    guard let recent = history?.selected?.recent, let typed = try? TypedRole(recent.entry) else {
      return [.ring]
    }
    past = .closed
    role = typed
    list.clear()
    return []
  }
}
