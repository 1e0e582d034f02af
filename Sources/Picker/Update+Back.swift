extension Model {
  /// One step back; from the bare list, out.
  mutating func back() -> [Effect] {
    guard help == nil else {
      help = nil
      return []
    }
    switch screen {
    case .list where history != nil: backFromHistory()
    case .list: return backFromList()
    case .palette(let palette): screen = palette.screenBelow
    case .choosingOptions, .editing, .confirming, .failed, .jumping, .confirmingDeletion,
      .enteringCommand:
      screen = .list
    case .calling, .askingCode:
      screen = .list
      return [.cancelCall]
    }
    return []
  }

  private mutating func backFromList() -> [Effect] {
    if historyState != .closed {
      historyState = .closed
    } else if keymap.isVi, mode == .filter {
      mode = .command
    } else if !list.field.isEmpty {
      list.clear()
    } else if let typed = role {
      role = nil
      list.field = TextField(typed.text)
      list.filter()
    } else if actsOnMarked {
      list.marked = []
    } else {
      return [.leave(.cancelled)]
    }
    return []
  }
}
