/// Where keys are pressed.
enum KeyContext: Equatable, Sendable, CaseIterable {
  /// The list, while what is typed goes to the filter.
  case list
  /// The list while bare keys are commands, as in vi.
  case command
  /// The history, whose filter takes what is typed.
  case history
  case empty, field, form, call, text
  /// The help, where what is typed filters it.
  case help
  /// The palette, where an action is looked for.
  case palette
  /// The list while one of its rows' labels is to be typed.
  case jump
}

extension [KeyContext] {
  /// The list, however keys are taken there.
  static let lists: [KeyContext] = [.list, .command]
  /// Where there is something to switch to.
  static let switches: [KeyContext] = lists + [.history]
  /// Where there are rows or lines to move through.
  static let rows: [KeyContext] = switches + [.form, .call, .text, .help, .palette]
  /// Where text is typed and edited.
  static let typing: [KeyContext] = [.list, .history, .field, .form, .help, .palette]
  /// Where nothing is typed, so that bare keys can be commands.
  static let bare: [KeyContext] = [.command, .call, .text]
  /// Where any key has the meaning that it has anywhere else.
  static let anywhere = KeyContext.allCases.filter { $0 != .jump }
}
