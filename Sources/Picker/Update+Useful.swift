import Canvas

extension Action {
  /// True for what means nothing where entries are only marked.
  fileprivate var isAboutSwitching: Bool {
    switch self {
    case .options, .readOnly, .history: true
    default: false
    }
  }

  /// True for what would take one entry while others are marked.
  fileprivate var takesOneEntry: Bool {
    switch self {
    case .options, .readOnly, .recent, .previous: true
    default: false
    }
  }
}

extension Model {
  /// False for what would only ring.
  func isAvailable(_ action: Action, on size: Size) -> Bool {
    if context == .history { return isAvailableOnHistory(action) }
    if purpose != .switching, action.isAboutSwitching { return false }
    if isOnList, actsOnMarked, action.takesOneEntry { return false }
    return switch action {
    case .recent: !list.recents.isEmpty
    case .previous: list.previous != nil
    case .dismissLesson: lesson != nil
    case .accept: help == nil && (!isOnList || list.hasMatches || namesRole)
    case .options: help == nil && (isOnList ? list.selected != nil : failedSwitch != nil)
    case .undo: !undoStack.isEmpty
    case .readOnly, .pin, .copy, .editEntry: list.selected != nil
    case .movePin: list.selected.map(list.pinned.contains) ?? false
    case .jump, .mark, .markAll: list.hasMatches
    case .unmarkAll: !list.marked.isEmpty
    case .fold, .foldAll: list.found == nil
    case .move(.pageDown): hidesLines(on: size)
    default: true
    }
  }

  private var failedSwitch: SelectedSwitch? {
    if case .failed(let failure) = screen { failure.selectedSwitch } else { nil }
  }

  /// True where a call says more than fits.
  private func hidesLines(on size: Size) -> Bool {
    guard case .calling(let call) = screen else { return false }
    return BoxLayout(text(of: call), on: size).lastTop > 0
  }

  private var namesRole: Bool {
    if case .success = typedRole { true } else { false }
  }
}
