import Canvas

extension Model {
  /// The keys worth naming here, from the key table; one that does not fit is left out.
  func drawFooter(_ frame: inout Frame, row: Int) {
    guard remark.isEmpty else { return drawRemark(&frame, row: row) }
    var column = 1
    for binding in keymap.bindings where isUseful(binding, on: frame.size) {
      guard let hint = hint(binding), !binding.keys.isEmpty else { continue }
      let spans = [Span(binding.label(marks), theme.key), Span(" " + hint, theme.muted)]
      let width = spans.reduce(0) { $0 + $1.text.columns }
      guard column + width < frame.size.columns else { continue }
      frame.put(spans, at: Point(row: row, column: column))
      column += width + 3
    }
  }

  /// What the last key did, in place of the keys.
  private func drawRemark(_ frame: inout Frame, row: Int) {
    let room = max(0, frame.size.columns - 2)
    let line = [Span(remark, theme.text)].truncatedInMiddle(to: room, ellipsis: marks.ellipsis)
    frame.put(line, at: Point(row: row, column: 1))
  }

  private func hint(_ binding: Binding) -> String? {
    guard context == .list else { return binding.footer[context] }
    switch binding.action {
    case .back where !list.field.isEmpty: return "clear"
    case .back where role != nil: return "back"
    case .accept where role != nil || !list.hasMatches: return "assume"
    default: return binding.footer[context]
    }
  }

  /// False for a key that would only ring.
  private func isUseful(_ binding: Binding, on size: Size) -> Bool {
    switch binding.action {
    case .recent: !list.recents.isEmpty
    case .previous: list.previous != nil
    case .accept: help == nil && (context != .list || list.hasMatches || namesRole)
    case .options: help == nil && (context != .list || list.hasMatches)
    case .readOnly: list.hasMatches
    case .move(.pageDown): hidesLines(on: size)
    default: true
    }
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
