import Accounts
import Canvas
import Search

extension Model {
  var isCalling: Bool {
    if case .calling = screen { true } else { false }
  }

  /// Selects an entry and switches to it at once; a jump to nowhere rings.
  mutating func jump(to index: Int?) -> [Effect] {
    guard let index else { return [.ring] }
    list.select(index)
    guard purpose == .switching, !actsOnMarked else { return mark(.down) }
    return startSwitch(makeSwitch(index, role: role))
  }

  /// Switches to one of the recent entries: the one that the key's digit counts, or the previous one.
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
    guard purpose == .switching, var order = selectedSwitch else { return [.ring] }
    order.choice.isReadOnly = true
    completeLesson(.readOnly)
    return startSwitch(order)
  }

  /// What Enter means where the user is.
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
    case .confirmingDeletion(let forgetting): return submit(forgetting)
    case .enteringCommand(let prompt): return submit(prompt)
    case .calling, .jumping: return []
    }
  }

  private mutating func retry(_ failure: FailedAttempt) -> [Effect] {
    switch failure.attempt {
    case .switching(let order): return requestSession(order)
    case .editing(let entry, _):
      screen = .list
      return list.table.row(named: entry).map { edit(list.entry($0)) } ?? [.ring]
    case .undoing:
      screen = .list
      return undo()
    }
  }

  /// Goes on to the switch, once its entry's name is typed where it wants that.
  mutating func startSwitch(_ order: SelectedSwitch) -> [Effect] {
    guard !isOutdated else { return refuseOutdated() }
    let entry = list.entry(order.entry)
    guard entry.label.confirm else { return requestSession(order) }
    screen = .confirming(Confirmation(order, for: entry))
    return []
  }

  /// What an entry is now is not known yet, nor whether it wants its name typed.
  private mutating func refuseOutdated() -> [Effect] {
    showRemark("~/.aws/config has changed and is being read: a moment")
    return [.ring]
  }

  private mutating func submit(_ confirmation: Confirmation) -> [Effect] {
    if confirmation.isConfirmed { return requestSession(confirmation.selectedSwitch) }
    if confirmation.isQuestion {
      screen = .list
      return []
    }
    var refused = confirmation
    refused.markRefused()
    screen = .confirming(refused)
    return [.ring]
  }

  private mutating func requestSession(_ order: SelectedSwitch, code: String? = nil) -> [Effect] {
    screen = .calling(RunningCall(selectedSwitch: order, since: now))
    completeLesson(.enter)
    return [effect(order, code: code)]
  }

  /// Switches to the entry on the cursor's line; what is folded there is unfolded.
  ///
  /// Where entries are marked it is they that Enter acts on, as in fzf.
  private mutating func acceptLine() -> [Effect] {
    guard purpose == .switching else { return finishMarking() }
    guard !actsOnMarked else { return isOutdated ? refuseOutdated() : askCommand() }
    if let row = list.selected { return startSwitch(makeSwitch(row, role: role)) }
    return list.fold(false) ? [] : acceptNoMatch()
  }

  /// A role that was typed is assumed from an entry, which is asked for.
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
