import Accounts

extension Model {
  /// Forgets the marked switches, or else the selected one.
  mutating func forget() -> [Effect] {
    guard let history, let selected = history.selected else { return [.ring] }
    return forget(history.marked.isEmpty ? [selected.id] : history.marked.sorted(by: >))
  }

  /// Asks first: what is shown may be all that there is.
  mutating func askBeforeForgetting() -> [Effect] {
    guard let ids = history?.shown, !ids.isEmpty else { return [.ring] }
    screen = .forgetting(Forgetting(ids: ids))
    return []
  }

  mutating func send(_ forgetting: Forgetting) -> [Effect] {
    if forgetting.isConfirmed {
      screen = .list
      return forget(forgetting.ids)
    }
    var refused = forgetting
    refused.wrong = true
    screen = .forgetting(refused)
    return [.ring]
  }

  private mutating func forget(_ ids: [Int64]) -> [Effect] {
    guard let history else { return [.ring] }
    forgotten.append(history.rows(of: ids))
    changeHistory { $0.hide(ids) }
    return [.forget(ids)]
  }

  /// Takes the last forgetting back; what was forgotten before this history was read is read again.
  mutating func restore() -> [Effect] {
    guard let rows = forgotten.popLast() else { return [.ring] }
    let ids = rows.map(\.id)
    changeHistory { $0.show(ids) }
    let isThere = history?.rows(of: ids).count == ids.count
    return [.restore(rows)] + (isThere ? [] : [.readHistory])
  }
}
