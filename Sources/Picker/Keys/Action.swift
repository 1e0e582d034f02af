import Canvas

/// What a key asks for.
enum Action: Equatable, Sendable {
  case quit, suspend, redraw, help, back
  /// Whatever Enter means where the user is.
  case accept
  case move(Motion)
  case edit(TextField.Edit)
  /// Type into the filter, where bare keys are commands.
  case filter
  /// Switch to the recent entry that the key's digit counts.
  case recent
  /// Switch to the entry before the current one.
  case previous
  /// Choose region, duration and the like before switching.
  case options
  /// Switch to the selected entry, read-only.
  case readOnly
  /// Every action, to be chosen from.
  case palette
  /// A letter for each row shown, to be typed.
  case jump
  /// Mark the selected entry, or take its mark away, and go on to the next row.
  case mark(Motion)
  case markAll, unmarkAll
  case fold, foldAll, group, sort
  /// Fold the section where it is unfolded, and the other way round.
  case collapse, expand
  case pin
  /// Move the selected entry among the pinned ones.
  case movePin(Motion)
  case details
  case scrollDetails(Motion)
  case copy(Copying)
  case editEntry, undo, history, mouse
  /// Hide what the demo suggests.
  case dismissLesson
  /// Forget the marked switches, or the selected one; or all that are shown.
  case forget, forgetAll
}

/// What of the selected entry is put on the clipboard.
enum Copying: Equatable, Sendable {
  case account, role, link
}

/// A way to move through rows.
enum Motion: Equatable, Sendable {
  case up, down, halfPageUp, halfPageDown, pageUp, pageDown, first, last

  /// The place that a place becomes among `count` of them; never outside.
  func applied(to place: Int, page: Int, count: Int) -> Int {
    let moved =
      switch self {
      case .up: place - 1
      case .down: place + 1
      case .halfPageUp: place - max(1, page / 2)
      case .halfPageDown: place + max(1, page / 2)
      case .pageUp: place - page
      case .pageDown: place + page
      case .first: 0
      case .last: count - 1
      }
    return max(0, min(moved, count - 1))
  }

  var isUp: Bool { [.up, .halfPageUp, .pageUp].contains(self) }
}

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
    if isOnHistory { return isAvailableOnHistory(action) }
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
