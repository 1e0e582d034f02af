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

  /// The keys that do it, of which an entry may have taken some for its own.
  func label(_ binding: Binding) -> String {
    binding.label(marks) { rowOfKey($0) != nil }
  }

  /// The key that does it here, as the footer has it.
  func shortLabel(_ binding: Binding) -> String? {
    binding.shortLabel(marks, in: context) { context != .history && rowOfKey($0) != nil }
  }

  /// Where the terminal's cursor is put while nothing is typed: on the current row, which screen readers then say.
  func pointerPlace(_ layout: Layout) -> Point? {
    guard list.hasMatches, !layout.list.isEmpty, layout.columns > 0 else { return nil }
    let top = list.top(showingSelectionIn: layout.list.count)
    let row = layout.list.lowerBound + list.line - top
    return layout.list.contains(row) ? Point(row: row, column: RowLayout.pointer) : nil
  }

  /// What is to be typed to get to a row, in the place of an entry's key, else of the pointer.
  func drawJumpLabel(_ label: String, _ frame: inout Frame, _ row: Int, _ columns: RowLayout?) {
    let column = columns?.key ?? RowLayout.pointer
    frame.put(label, at: Point(row: row, column: column), style: theme.label)
  }
}
