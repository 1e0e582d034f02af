import Canvas
import Text

extension Model {
  /// Draws the footer's keys from the key table.
  ///
  /// Keys that do not fit are left out.
  func drawFooter(_ frame: inout Frame, row: Int) {
    let remark = remark.isEmpty ? complaint : remark
    guard remark.isEmpty else { return draw(remark: remark, &frame, row: row) }
    var column = 1
    for binding in keymap.bindings {
      guard let hint = hint(binding), isAvailable(binding.action, on: frame.size),
        let key = shortLabel(binding)
      else { continue }
      let spans = [Span(key, theme.key), Span(" " + hint, theme.muted)]
      let width = spans.reduce(0) { $0 + $1.text.columns }
      guard column + width < frame.size.columns else { continue }
      frame.put(spans, at: Point(row: row, column: column))
      column += width + 3
    }
  }

  /// A problem with a query that still has matches.
  ///
  /// Without matches the list shows it.
  private var complaint: String { isOnList && list.hasMatches ? list.complaint ?? "" : "" }

  /// Draws the remark about the last key in place of the footer's keys.
  private func draw(remark: String, _ frame: inout Frame, row: Int) {
    let room = max(0, frame.size.columns - 2)
    let line = [Span(remark, theme.text)].truncatedInMiddle(to: room, ellipsis: marks.ellipsis)
    frame.put(line, at: Point(row: row, column: 1))
  }

  /// The footer's text while entries are marked for a command; most keys appear in the help only.
  private func markingHint(_ binding: Binding) -> String? {
    switch binding.action {
    case .mark(.down): "mark"
    case .markAll: "mark all"
    case .accept where list.marked.isEmpty: list.selected == nil ? nil : "run as this entry"
    case .accept where purpose == .switching: "run a command as the \(list.marked.count) marked"
    case .accept: "run as \(list.marked.count) marked"
    case .back where !list.field.isEmpty: "clear"
    case .back where actsOnMarked: "unmark"
    case .back, .help, .palette, .filter: binding.hint(in: context)
    default: nil
    }
  }

  private func hint(_ binding: Binding) -> String? {
    if help == nil, binding.action == .accept {
      switch screen {
      case .editing: return "save"
      case .enteringCommand: return "run"
      case .confirming: return "switch"
      default: break
      }
    }
    guard isOnList else { return hintElsewhere(binding) }
    guard purpose == .switching, !actsOnMarked else { return markingHint(binding) }
    switch binding.action {
    case .back where keymap.isVi && mode == .filter: return "commands"
    case .back where !list.field.isEmpty: return "clear"
    case .back where role != nil: return "back"
    case .accept where list.hasMatches && list.selected == nil: return "unfold"
    case .accept where role != nil || !list.hasMatches: return "assume"
    default: return binding.hint(in: context)
    }
  }

  private func hintElsewhere(_ binding: Binding) -> String? {
    guard isOnHistory, binding.action == .back else { return binding.hint(in: context) }
    if keymap.isVi, mode == .filter { return "commands" }
    return history?.field.isEmpty == false ? "clear" : binding.hint(in: context)
  }
}
