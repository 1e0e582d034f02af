import Accounts
import Search
import Text

extension Model {
  /// Asks for the history, which is shown once it is there.
  mutating func openHistory() -> [Effect] {
    guard purpose == .switching else { return [.ring] }
    guard historyState == .closed else { return [] }
    historyState = .loading(isSlow: false)
    return [.readHistory]
  }

  mutating func performOnHistory(_ action: Action) -> [Effect] {
    switch action {
    case .history: historyState = .closed
    case .mark(let motion): changeHistory { $0.mark(motion) }
    case .markAll: changeHistory { $0.markAll() }
    case .forget: return deleteSwitches()
    case .forgetAll: return confirmDeletion()
    case .undo: return restoreSwitches()
    case .palette: return openPalette()
    case .mouse: return [.changeMouse]
    default: return [.ring]
    }
    return []
  }

  /// False for what would only ring.
  func isAvailableOnHistory(_ action: Action) -> Bool {
    switch action {
    case .accept, .mark, .markAll, .forget, .forgetAll: history?.selected != nil
    case .options, .readOnly: selectedSwitch != nil
    case .undo: !deletedSwitches.isEmpty
    default: true
    }
  }

  /// From typing to commands in vi mode, from the query to all of the history, from there to the list.
  mutating func backFromHistory() {
    if keymap.isVi, mode == .filter {
      mode = .command
    } else if history?.field.isEmpty == false {
      changeHistory { $0.clear() }
    } else {
      historyState = .closed
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
  mutating func handle(_ news: HistoryUpdate) {
    switch news {
    case .isSlow: if case .loading = historyState { historyState = .loading(isSlow: true) }
    case .read(let table): show(table)
    case .unreadable(let why):
      if case .loading = historyState { historyState = .closed }
      showRemark(why.cleaned)
    case .usageChanged(let usage): list.updateUsage(usage)
    case .deletionFailed(let ids, let why):
      deletedSwitches.removeAll { $0.map(\.id) == ids }
      changeHistory { $0.show(ids) }
      showRemark(why.cleaned)
    case .restorationFailed(let rows, let why):
      deletedSwitches.append(rows)
      changeHistory { $0.hide(rows.map(\.id)) }
      showRemark(why.cleaned)
    }
  }

  /// Whoever has gone on to something else meanwhile is left there.
  private mutating func show(_ table: HistoryTable) {
    let hasGone = table.entries.contains { entryState(of: $0) == .missing }
    switch historyState {
    case .closed: break
    case .loading where screen != .list: historyState = .closed
    case .loading:
      historyState = .open(History(table, hasGone: hasGone))
      if keymap.isVi { mode = .command }
    case .open: changeHistory { $0.replace(table, hasGone: hasGone) }
    }
  }
}

/// Whether the history lies in place of the list.
enum HistoryState: Equatable, Sendable {
  case closed
  /// It is being read, which takes long enough to be said where `isSlow`; the list is still there.
  case loading(isSlow: Bool)
  case open(History)
}

extension Model {
  /// The history, where it lies in place of the list.
  var history: History? {
    if case .open(let history) = historyState { history } else { nil }
  }

  mutating func changeHistory(_ change: (inout History) -> Void) {
    guard case .open(var history) = historyState else { return }
    // So that nothing else holds it, and it is changed in place.
    historyState = .closed
    change(&history)
    historyState = .open(history)
  }
}

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
