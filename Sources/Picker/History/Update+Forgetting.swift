import Accounts

extension Model {
  /// Forgets the marked switches, or else the selected one.
  mutating func deleteSwitches() -> [Effect] {
    guard let history, let selected = history.selected else { return [.ring] }
    return deleteSwitches(history.marked.isEmpty ? [selected.id] : history.marked.sorted(by: >))
  }

  /// Asks first: what is shown may be all that there is.
  mutating func confirmDeletion() -> [Effect] {
    guard let ids = history?.shown, !ids.isEmpty else { return [.ring] }
    screen = .confirmingDeletion(DeletionPrompt(ids: ids))
    return []
  }

  mutating func submit(_ forgetting: DeletionPrompt) -> [Effect] {
    if forgetting.isConfirmed {
      screen = .list
      return deleteSwitches(forgetting.ids)
    }
    var refused = forgetting
    refused.isRefused = true
    screen = .confirmingDeletion(refused)
    return [.ring]
  }

  private mutating func deleteSwitches(_ ids: [Int64]) -> [Effect] {
    guard let history else { return [.ring] }
    deletedSwitches.append(history.rows(of: ids))
    changeHistory { $0.hide(ids) }
    return [.forget(ids)]
  }

  /// Takes the last forgetting back; what was forgotten before this history was read is read again.
  mutating func restoreSwitches() -> [Effect] {
    guard let rows = deletedSwitches.popLast() else { return [.ring] }
    let ids = rows.map(\.id)
    changeHistory { $0.show(ids) }
    let isThere = history?.rows(of: ids).count == ids.count
    return [.restore(rows)] + (isThere ? [] : [.readHistory])
  }
}
