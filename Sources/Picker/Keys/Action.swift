import Canvas

/// What a key asks for.
enum Action: Equatable, Sendable {
  case quit, suspend, redraw, help, back
  /// The action of Enter in the current context.
  case accept
  case move(Motion)
  case edit(TextField.Edit)
  /// Type into the filter, in a context in which bare keys are commands.
  case filter
  /// Switch to the recent entry that the key's digit names.
  case recent
  /// Switch to the entry before the current one.
  case previous
  /// Choose region, duration and other options before switching.
  case options
  /// Switch to the selected entry, read-only.
  case readOnly
  /// Show all actions to choose from.
  case palette
  /// Show a letter on each row that switches to it.
  case jump
  /// Mark or unmark the selected entry, then move to the next row.
  case mark(Motion)
  case markAll, unmarkAll
  case fold, foldAll, group, sort
  /// Fold or unfold the section, if it is not already.
  case collapse, expand
  case pin
  /// Move the selected entry among the pinned ones.
  case movePin(Motion)
  case details
  case scrollDetails(Motion)
  case copy(CopiedText)
  case editEntry, undo, history, mouse
  /// Hide the demo's suggestion.
  case dismissLesson
  /// Delete the marked switches or the selected one; or all shown switches.
  case forget, forgetAll
}

/// A way to move through rows.
enum Motion: Equatable, Sendable {
  case up, down, halfPageUp, halfPageDown, pageUp, pageDown, first, last

  /// The index after the move, among `count` items.
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
  /// Whether the action has no meaning while entries are only marked.
  fileprivate var isAboutSwitching: Bool {
    [.options, .readOnly, .history].contains(self)
  }

  /// Whether the action applies to a single entry even while others are marked.
  fileprivate var takesOneEntry: Bool {
    [.options, .readOnly, .recent, .previous].contains(self)
  }
}

extension Model {
  /// Whether the action does more than ring the bell.
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

  /// Whether a call has more text than fits.
  private func hidesLines(on size: Size) -> Bool {
    guard case .calling(let call) = screen else { return false }
    return BoxLayout(text(of: call), on: size).lastTop > 0
  }

  private var namesRole: Bool {
    if case .success = typedRole { true } else { false }
  }
}
