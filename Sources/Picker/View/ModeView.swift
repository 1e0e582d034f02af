import Canvas

extension Model {
  /// True where what is typed goes to the filter.
  var isTyping: Bool {
    if case .jumping = screen { false } else { mode == .filter || history != nil }
  }

  /// What keys do, where that is not always the same.
  var modeName: [Span] {
    if case .jumping = screen { return [Span("jump", theme.accent)] }
    guard keymap.isVi else { return [] }
    return [Span(mode == .command ? "command" : "filter", theme.accent)]
  }

  var markedCount: [Span] {
    list.marked.isEmpty ? [] : [Span("\(list.marked.count) marked", theme.marked)]
  }

  /// The key that leads to the filter from where bare keys are commands.
  var filterKey: String? {
    keymap.bindings.first { $0.action == .filter }.flatMap(shortLabel)
  }

  /// The key that does it here, as the footer has it.
  func shortLabel(_ binding: Binding) -> String? {
    if binding.action == .help, opensHelpByMark(in: context) { return "?" }
    return binding.shortLabel(marks, in: context)
  }

  /// Where the terminal's cursor is put while nothing is typed: on the current row, which screen readers then say.
  func pointerPlace(_ layout: Layout) -> Point? {
    guard list.hasMatches, !layout.list.isEmpty, layout.columns > 0 else { return nil }
    let top = list.top(showingSelectionIn: layout.list.count)
    let row = layout.list.lowerBound + list.line - top
    return layout.list.contains(row) ? Point(row: row, column: RowLayout.pointer) : nil
  }

  /// The keys that switch to the entry with a shortcut, such as `Ctrl-G p`.
  func keyToJump(to shortcut: Character) -> String {
    jumpKey + " " + String(shortcut).cleaned
  }

  /// The key after which an entry's shortcut is pressed.
  var jumpKey: String {
    keymap.bindings.first { $0.action == .jump }?.allKeys.first?.label ?? "jump"
  }

  /// What is to be typed to get to a row, in the place of an entry's key, else of the pointer.
  func drawJumpLabel(_ label: String, _ frame: inout Frame, _ row: Int, _ columns: RowLayout?) {
    let column = columns?.key ?? RowLayout.pointer
    frame.put(label, at: Point(row: row, column: column), style: theme.label)
  }
}
