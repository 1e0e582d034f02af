import Canvas
import Text

extension Model {
  /// The keys worth naming here, from the key table; one that does not fit is left out.
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

  /// What is wrong with a query that finds something all the same; where it does not, the list says
  /// it.
  private var complaint: String { isOnList && list.hasMatches ? list.complaint ?? "" : "" }

  /// What the last key did, in place of the keys.
  private func draw(remark: String, _ frame: inout Frame, row: Int) {
    let room = max(0, frame.size.columns - 2)
    let line = [Span(remark, theme.text)].truncatedInMiddle(to: room, ellipsis: marks.ellipsis)
    frame.put(line, at: Point(row: row, column: 1))
  }

  /// What keys do where entries are marked for a command, of which most are left to the help.
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
