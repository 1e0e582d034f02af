import Canvas

extension Model {
  /// The keys worth naming here, from the key table; one that does not fit is left out.
  func drawFooter(_ frame: inout Frame, row: Int) {
    var column = 1
    for binding in keymap.bindings where isUseful(binding) {
      guard let hint = hint(binding), !binding.keys.isEmpty else { continue }
      let spans = [Span(binding.label(marks), theme.key), Span(" " + hint, theme.muted)]
      let width = spans.reduce(0) { $0 + $1.text.columns }
      guard column + width < frame.size.columns else { continue }
      frame.put(spans, at: Point(row: row, column: column))
      column += width + 3
    }
  }

  private func hint(_ binding: Binding) -> String? {
    let clears = binding.action == .back && context == .list && !list.field.isEmpty
    return clears ? "clear" : binding.footer[context]
  }

  /// False for a jump that has nowhere to go.
  private func isUseful(_ binding: Binding) -> Bool {
    switch binding.action {
    case .recent: !list.recents.isEmpty
    case .previous: list.previous != nil
    case .accept: help == nil && (context != .list || !list.matches.isEmpty)
    default: true
    }
  }
}
