import Accounts

extension Model {
  /// What is done to the list, or to the selected entry, without switching.
  mutating func performOnList(_ action: Action) -> [Effect] {
    switch action {
    case .fold: return list.fold() ? [] : [.ring]
    case .collapse: _ = list.fold(true)
    case .expand: _ = list.fold(false)
    case .foldAll: list.foldAll()
    case .group: list.rearrange { $0.isGrouped.toggle() }
    case .sort: list.rearrange { $0.sort = $0.sort.next }
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
    default: break
    }
    return []
  }

  private mutating func pin() -> [Effect] {
    guard let row = list.selected else { return [.ring] }
    let name = list.entry(row).name
    return change(
      pins: list.pins.contains(name) ? .remove(name) : .put(name, at: list.pins.count))
  }

  /// Past the pinned entry before or behind, of those that are there.
  private mutating func movePin(_ motion: Motion) -> [Effect] {
    guard let row = list.selected, let place = list.pinned.firstIndex(of: row) else { return [.ring] }
    let other = motion == .up ? place - 1 : place + 1
    guard list.pinned.indices.contains(other),
      let goal = list.pins.firstIndex(of: list.entry(list.pinned[other]).name)
    else { return [.ring] }
    return change(pins: .put(list.entry(row).name, at: goal))
  }

  private mutating func change(pins change: PinChange) -> [Effect] {
    list.pin(change.applied(to: list.pins))
    return [.pin(change)]
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
}
