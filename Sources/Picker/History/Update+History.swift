import Accounts
import Canvas

extension Model {
  /// Asks for the history, which is shown once it is there.
  mutating func openHistory() -> [Effect] {
    guard purpose == .switching else { return [.ring] }
    guard past == .closed else { return [] }
    past = .awaited(isSlow: false)
    return [.readHistory]
  }

  mutating func performOnHistory(_ action: Action) -> [Effect] {
    switch action {
    case .history: past = .closed
    case .mark(let motion): changeHistory { $0.mark(motion) }
    case .markAll: changeHistory { $0.markAll() }
    case .forget: return forget()
    case .forgetAll: return askBeforeForgetting()
    case .undo: return restore()
    case .palette: return openPalette()
    case .mouse: return [.changeMouse]
    default: return [.ring]
    }
    return []
  }

  /// False for what would only ring.
  func isUsefulOnHistory(_ action: Action) -> Bool {
    switch action {
    case .accept, .mark, .markAll, .forget, .forgetAll: history?.selected != nil
    case .options, .readOnly: selectedOrder != nil
    case .undo: !forgotten.isEmpty
    default: true
    }
  }

  /// From the query to all of the history, from there to the list.
  mutating func backFromHistory() {
    if history?.field.isEmpty == false {
      changeHistory { $0.clear() }
    } else {
      past = .closed
    }
  }

  /// Midnight makes yesterday of today.
  mutating func tick(_ now: Int) -> [Effect] {
    let before = self.now
    self.now = now
    guard let table = history?.table, table.isOutdated(at: now) else { return [] }
    return table.isOutdated(at: before) ? [] : [.readHistory]
  }
}

extension Model {
  mutating func take(_ news: HistoryNews) {
    switch news {
    case .isSlow: if case .awaited = past { past = .awaited(isSlow: true) }
    case .read(let table): show(table)
    case .unreadable(let why):
      if case .awaited = past { past = .closed }
      say(why.cleaned)
    case .changed(let usage): list.take(usage)
    case .notForgotten(let ids, let why):
      forgotten.removeAll { $0.map(\.id) == ids }
      changeHistory { $0.show(ids) }
      say(why.cleaned)
    case .notRestored(let rows, let why):
      forgotten.append(rows)
      changeHistory { $0.hide(rows.map(\.id)) }
      say(why.cleaned)
    }
  }

  /// Whoever has gone on to something else meanwhile is left there.
  private mutating func show(_ table: HistoryTable) {
    let hasGone = table.entries.contains { standing(of: $0) == .gone }
    switch past {
    case .closed: break
    case .awaited: past = screen == .list ? .open(History(table, hasGone: hasGone)) : .closed
    case .open: changeHistory { $0.replace(table, hasGone: hasGone) }
    }
  }
}
