import Accounts

extension Model {
  /// What is done to the list, or to the selected entry, without switching.
  mutating func performOnList(_ action: Action) -> [Effect] {
    switch action {
    case .fold: return list.fold() ? [] : [.ring]
    case .collapse: _ = list.fold(true)
    case .expand: _ = list.fold(false)
    case .foldAll: list.foldAll()
    case .group:
      list.rearrange { $0.grouping = $0.grouping.next }
      showRemark(list.arrangement.grouping.sentence)
    case .sort:
      list.rearrange { $0.sort = $0.sort.next }
      showRemark(list.arrangement.sort.sentence)
    case .pin: return pin()
    case .movePin(let motion): return movePin(motion)
    case .palette: return openPalette()
    case .jump: return openJump()
    case .mark(let motion): return mark(motion)
    case .markAll: return markAll()
    case .unmarkAll: list.marked = []
    case .details: return toggleDetails()
    case .scrollDetails(let motion): return scrollDetails(motion)
    case .copy(let what): return copy(what)
    case .editEntry: return openEditor()
    case .undo: return undo()
    case .history: return openHistory()
    case .mouse: return [.changeMouse]
    case .dismissLesson: return dismissLesson()
    default: break
    }
    return []
  }
}

extension Settings.Sort {
  fileprivate var next: Settings.Sort {
    switch self {
    case .recent: .name
    case .name: .file
    case .file: .recent
    }
  }

  fileprivate var sentence: String {
    switch self {
    case .recent: "sorted by recent use"
    case .name: "sorted by name"
    case .file: "sorted as in the files"
    }
  }
}

extension Settings.Grouping {
  fileprivate var next: Settings.Grouping {
    switch self {
    case .group: .account
    case .account: .ssoSession
    case .ssoSession: .prefix
    case .prefix: .none
    case .none: .group
    }
  }

  fileprivate var sentence: String {
    switch self {
    case .group: "grouped as set in the files"
    case .account: "grouped by account"
    case .ssoSession: "grouped by SSO session"
    case .prefix: "grouped by the first word of the name"
    case .none: "not grouped"
    }
  }
}
