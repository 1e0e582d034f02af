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
