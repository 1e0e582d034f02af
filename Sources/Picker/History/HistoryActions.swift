import Accounts
import Search
import Text

extension Model {
  /// Requests the history.
  ///
  /// It is shown once it is read.
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

  /// Whether the action does more than ring the bell.
  func isAvailableOnHistory(_ action: Action) -> Bool {
    switch action {
    case .accept, .mark, .markAll, .forget, .forgetAll: history?.selected != nil
    case .options, .readOnly: selectedSwitch != nil
    case .undo: !deletedSwitches.isEmpty
    default: true
    }
  }

  /// Goes one step back: from typing to commands in vi mode, from a query to the whole history,
  /// then to the list.
  mutating func backFromHistory() {
    if keymap.isVi, mode == .filter {
      mode = .command
    } else if history?.field.isEmpty == false {
      changeHistory { $0.clear() }
    } else {
      historyState = .closed
    }
  }

  /// Takes the current time.
  ///
  /// After midnight the history is read again, since "today" is then "yesterday".
  mutating func tick(_ now: Int) -> [Effect] {
    let before = self.now
    self.now = now
    guard let table = history?.table, table.isOutdated(at: now) else { return [] }
    return table.isOutdated(at: before) ? [] : [.readHistory]
  }
}

extension Model {
  mutating func handle(_ update: HistoryUpdate) {
    switch update {
    case .isSlow: if case .loading = historyState { historyState = .loading(isSlow: true) }
    case .read(let table): show(table)
    case .unreadable(let reason):
      if case .loading = historyState { historyState = .closed }
      showRemark(reason.cleaned)
    case .usageChanged(let usage): list.updateUsage(usage)
    case .deletionFailed(let ids, let reason):
      deletedSwitches.removeAll { $0.map(\.id) == ids }
      changeHistory { $0.show(ids) }
      showRemark(reason.cleaned)
    case .restorationFailed(let rows, let reason):
      deletedSwitches.append(rows)
      changeHistory { $0.hide(rows.map(\.id)) }
      showRemark(reason.cleaned)
    }
  }

  /// Shows the history, unless the user has opened another screen meanwhile.
  private mutating func show(_ table: HistoryTable) {
    let hasMissingEntries = table.entries.contains { entryState(of: $0) == .missing }
    switch historyState {
    case .closed: break
    case .loading where screen != .list: historyState = .closed
    case .loading:
      historyState = .open(History(table, hasMissingEntries: hasMissingEntries))
      if keymap.isVi { mode = .command }
    case .open: changeHistory { $0.replace(table, hasMissingEntries: hasMissingEntries) }
    }
  }
}

/// Whether the history is shown in place of the list.
enum HistoryState: Equatable, Sendable {
  case closed
  /// The history is being read while the list is still shown. `isSlow` says that reading takes
  /// noticeably long.
  case loading(isSlow: Bool)
  case open(History)
}

extension Model {
  /// The history, or nil if it is not shown.
  var history: History? {
    if case .open(let history) = historyState { history } else { nil }
  }

  mutating func changeHistory(_ change: (inout History) -> Void) {
    guard case .open(var history) = historyState else { return }
    // This makes the copy unique, so that it is changed in place.
    historyState = .closed
    change(&history)
    historyState = .open(history)
  }
}

extension Model {
  /// The switch to the selected entry of the list or the selected switch of the history.
  var selectedSwitch: SelectedSwitch? {
    guard let history else { return list.selected.map { makeSwitch($0, role: role) } }
    return history.selected.flatMap { repeatedSwitch(of: $0.record) }
  }

  /// A repetition of a recorded switch, with its region and read-only flag; nil if its entry no
  /// longer exists.
  private func repeatedSwitch(of record: SwitchRecord) -> SelectedSwitch? {
    guard let row = list.table.row(named: record.entry) else { return nil }
    var options = SessionOptions()
    options.isReadOnly = record.isReadOnly
    if let region = record.region, region != list.entry(row).region,
      TextLimit.region.violation(in: region) == nil
    {
      options.region = region
    }
    return makeSwitch(row, options: options, role: nil)
  }

  /// Repeats the selected switch.
  ///
  /// For a role without an entry it asks which entry to assume it from.
  mutating func switchAgain() -> [Effect] {
    if let selectedSwitch { return startSwitch(selectedSwitch) }
    guard let record = history?.selected?.record, let typed = try? TypedRole(record.entry) else {
      return [.ring]
    }
    historyState = .closed
    role = typed
    list.clear()
    return []
  }
}
