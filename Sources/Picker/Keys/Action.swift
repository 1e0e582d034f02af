/// What a key asks for.
enum Action: Equatable, Sendable {
  case quit, suspend, redraw, help, back
  /// Whatever Enter means where the user is.
  case accept
  case move(Motion)
  case edit(TextField.Edit)
  /// Switch to the recent entry that the key's digit counts.
  case recent
  /// Switch to the entry before the current one.
  case previous
  /// Choose region, duration and the like before switching.
  case options
  /// Switch to the selected entry, read-only.
  case readOnly
}

/// Where keys are pressed.
enum Context: Equatable, Sendable, CaseIterable {
  case list, empty, field, form, call, text
}
