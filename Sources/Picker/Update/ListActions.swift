import Accounts
import Text

extension Model {
  /// Performs an action on the list or the selected entry that does not switch.
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
    case .copy(let kind): return copy(kind)
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

extension Model {
  func isMarked(_ row: Int) -> Bool { list.marked.contains(row) }

  mutating func mark(_ motion: Motion) -> [Effect] {
    // A typed role is assumed from a single entry.
    guard role == nil, list.mark() else { return [.ring] }
    list.move(motion, page: 1)
    return []
  }

  mutating func markAll() -> [Effect] {
    guard role == nil, list.hasMatches else { return [.ring] }
    list.markAll()
    return []
  }

  /// Closes the picker with the marked entries in the order of their files, or with the selected
  /// one if none is marked.
  mutating func finishMarking() -> [Effect] {
    let rows = list.marked.isEmpty ? list.selected.map { [$0] } ?? [] : list.marked.sorted()
    guard rows.isEmpty else { return [.leave(.chosen(rows.map { list.entry($0).name }))] }
    return list.fold(false) ? [] : [.ring]
  }
}

extension Model {
  mutating func pin() -> [Effect] {
    list.selected.map { togglePin(of: list.entry($0).name) } ?? [.ring]
  }

  mutating func togglePin(of name: String) -> [Effect] {
    let isPinned = list.pins.contains(name)
    showRemark("\(isPinned ? "unpinned" : "pinned"): \(displayName(of: name))")
    return change(
      pins: isPinned ? .remove(name) : .put(name, at: list.pins.count), of: name, word: "pin")
  }

  /// Moves the selected pinned entry past the previous or next one that exists.
  mutating func movePin(_ motion: Motion) -> [Effect] {
    guard let row = list.selected, let place = list.pinned.firstIndex(of: row)
    else { return [.ring] }
    let other = motion == .up ? place - 1 : place + 1
    guard list.pinned.indices.contains(other),
      let goal = list.pins.firstIndex(of: list.entry(list.pinned[other]).name)
    else { return [.ring] }
    let name = list.entry(row).name
    return change(pins: .put(name, at: goal), of: name, word: "move")
  }

  /// Changes the pins with undo.
  private mutating func change(
    pins change: PinChange, of entry: String, word: String
  ) -> [Effect] {
    undoStack.add(.pin(change.undone(to: list.pins), entry: entry, word: word))
    return keep(pins: change)
  }

  mutating func keep(pins change: PinChange) -> [Effect] {
    list.pin(change.applied(to: list.pins))
    pinsUnderWay += 1
    return [.pin(change)]
  }

  /// Takes the saved pins, including changes of other terminals.
  ///
  /// While changes of this picker are being saved, it waits for their result.
  mutating func show(pins: [String]) {
    pinsUnderWay = max(0, pinsUnderWay - 1)
    if pinsUnderWay == 0, pins != list.pins { list.pin(pins) }
  }

  /// Shows that the pins could not be saved.
  ///
  /// This picker keeps them as shown while it is open.
  mutating func show(pinFailure text: String) {
    pinsUnderWay = max(0, pinsUnderWay - 1)
    showRemark("the pin was not saved: \(text)".cleaned)
  }
}
