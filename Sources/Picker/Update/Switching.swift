import Accounts
import Canvas
import Search

extension Model {
  var isCalling: Bool {
    if case .calling = screen { true } else { false }
  }

  /// Selects an entry and switches to it at once.
  ///
  /// Without an entry it rings.
  mutating func jump(to index: Int?) -> [Effect] {
    guard let index else { return [.ring] }
    list.select(index)
    guard purpose == .switching, !actsOnMarked else { return mark(.down) }
    return startSwitch(makeSwitch(index, role: role))
  }

  /// Switches to a recent entry by the key's digit, or to the previous entry.
  mutating func switchToRecent(to action: Action, _ key: Key?) -> [Effect] {
    guard !actsOnMarked else { return refuseForMarks() }
    completeLesson(.previous)
    let row =
      action == .recent
      ? key?.digit.flatMap { list.recents.dropFirst($0 - 1).first } : list.previous
    if row == nil {
      showRemark(action == .recent ? "no such recent entry" : "no previous entry yet")
    }
    return jump(to: row)
  }

  /// Switches to the selected entry, read-only.
  mutating func switchReadOnly() -> [Effect] {
    guard !actsOnMarked else { return refuseForMarks() }
    guard purpose == .switching, var selectedSwitch else { return [.ring] }
    selectedSwitch.options.isReadOnly = true
    completeLesson(.readOnly)
    return startSwitch(selectedSwitch)
  }

  /// Performs the action of Enter in the current context.
  mutating func accept() -> [Effect] {
    guard help == nil else {
      help = nil
      return []
    }
    switch screen {
    case .list where history != nil: return switchAgain()
    case .list where list.isEmpty: return [.leave(.demo)]
    case .list: return acceptLine()
    case .palette(let palette): return perform(palette)
    case .choosingOptions(let form): return submit(form)
    case .editing(let editing): return save(editing)
    case .confirming(let confirmation): return submit(confirmation)
    case .askingCode(var prompt):
      guard let code = prompt.code else {
        prompt.isShort = true
        screen = .askingCode(prompt)
        return [.ring]
      }
      return requestSession(prompt.selectedSwitch, code: code)
    case .failed(let failure): return retry(failure)
    case .confirmingDeletion(let prompt): return submit(prompt)
    case .enteringCommand(let prompt): return submit(prompt)
    case .calling, .jumping: return []
    }
  }

  private mutating func retry(_ failure: FailedAttempt) -> [Effect] {
    switch failure.attempt {
    case .switching(let selectedSwitch): return requestSession(selectedSwitch)
    case .editing(let entry, _):
      screen = .list
      return list.table.row(named: entry).map { edit(list.entry($0)) } ?? [.ring]
    case .undoing:
      screen = .list
      return undo()
    }
  }

  /// Starts a switch, after confirmation if its entry requires it.
  mutating func startSwitch(_ selectedSwitch: SelectedSwitch) -> [Effect] {
    guard !isOutdated else { return refuseOutdated() }
    let entry = list.entry(selectedSwitch.entry)
    guard entry.label.confirm else { return requestSession(selectedSwitch) }
    screen = .confirming(Confirmation(selectedSwitch, for: entry))
    return []
  }

  /// Refuses a switch while the entries are outdated: the current settings are not known yet, nor
  /// whether the entry requires confirmation.
  private mutating func refuseOutdated() -> [Effect] {
    showRemark("~/.aws/config has changed and is being read; try again in a moment")
    return [.ring]
  }

  mutating func requestSession(_ selectedSwitch: SelectedSwitch, code: String? = nil) -> [Effect] {
    screen = .calling(RunningCall(selectedSwitch: selectedSwitch, since: now))
    completeLesson(.enter)
    return [effect(selectedSwitch, code: code)]
  }

  /// Switches to the selected entry, or unfolds the selected section.
  ///
  /// If entries are marked, Enter acts on them, as in fzf.
  private mutating func acceptLine() -> [Effect] {
    guard purpose == .switching else { return finishMarking() }
    guard !actsOnMarked else { return isOutdated ? refuseOutdated() : askCommand() }
    if let row = list.selected { return startSwitch(makeSwitch(row, role: role)) }
    return list.fold(false) ? [] : acceptNoMatch()
  }

  /// Asks for the entry to assume a typed role from, or says that nothing matches.
  private mutating func acceptNoMatch() -> [Effect] {
    switch typedRole {
    case .success(let role):
      self.role = role
      list.marked = []
      list.clear()
      return []
    case .failure: return [.ring]
    case nil where isOutdated: return refuseOutdated()
    case nil:
      showRemark("Nothing matches; Esc clears the query")
      return [.ring]
    }
  }
}
