import Accounts

extension Model {
  /// The switch to what is selected, in the list or in the history.
  var selectedSwitch: SelectedSwitch? {
    guard let history else { return list.selected.map { makeSwitch($0, role: role) } }
    return history.selected.flatMap { repeatedSwitch(again: $0.record) }
  }

  /// The same switch as then, in the same region, and read-only where it was; nil where its entry is gone.
  private func repeatedSwitch(again recent: SwitchRecord) -> SelectedSwitch? {
    guard let row = list.table.row(named: recent.entry) else { return nil }
    var choice = SessionOptions()
    choice.isReadOnly = recent.isReadOnly
    if let region = recent.region, region != list.entry(row).region,
      TextLimit.region.violation(in: region) == nil
    {
      choice.region = region
    }
    return makeSwitch(row, choice: choice, role: nil)
  }

  /// Switches as then; for a role that no entry names, asks what to assume it from.
  mutating func switchAgain() -> [Effect] {
    if let order = selectedSwitch { return startSwitch(order) }
    guard let recent = history?.selected?.record, let typed = try? TypedRole(recent.entry) else {
      return [.ring]
    }
    historyState = .closed
    role = typed
    list.clear()
    return []
  }
}
