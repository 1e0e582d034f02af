import Accounts
import Canvas
import Text

extension Model {
  func text(of editing: LabelEditor) -> BoxedText {
    let form = editing.form
    let failure = form?.failure
    let shown = form?.preview ?? editing.entry
    let blank = BoxedText.Block.text("")
    let fields = EditField.allCases.flatMap { blocks($0, form) }
    return BoxedText(
      title: "Edit \(editing.entry.label.displayName)",
      body: [blank, failure.map { .warning($0) } ?? preview(of: shown), blank] + fields
        // The error message takes the room of the last line.
        + (failure == nil ? [blank, bottomLine(editing)] : []) + [blank],
      isWhole: true)
  }

  private func blocks(_ field: EditField, _ form: EditForm?) -> [BoxedText.Block] {
    let isCurrent = field == (form?.current ?? EditField.allCases.first)
    let label = (isCurrent ? marks.pointer : " ") + " " + field.label
    let warning = form?.errors[field].map { [BoxedText.Block.warning($0)] } ?? []
    return warning + [
      .option(
        OptionLine(
          label: label, field: form?.line(field) ?? TextField(""), isCurrent: isCurrent,
          hint: form?.hint(field) ?? ""))
    ]
  }

  /// The entry's row with the edited values.
  private func preview(of entry: Entry) -> BoxedText.Block {
    let label = entry.label
    let bar = look.bar(label.color, on: theme.panel)
    let key = label.shortcut.map { keyToJump(to: $0) }
    let rest = [entry.accountID, entry.roleName, label.group, key].compactMap(\.self)
    return .spans([
      Span("  ", theme.panel.fill), Span(bar.text, bar.style), Span(" ", theme.panel.fill),
      Span(" " + label.displayName + " ", theme.badge(label.color)),
      Span("  " + rest.joined(separator: "  "), theme.panel.muted),
    ])
  }

  /// The last line: the state of the editor, the purpose of the field, or its suggestions.
  private func bottomLine(_ editing: LabelEditor) -> BoxedText.Block {
    switch editing.state {
    case .reading: .spans([Span("  reading" + marks.ellipsis, theme.panel.muted)])
    case .saving: .spans([Span("  saving" + marks.ellipsis, theme.panel.muted)])
    case .editing(let form):
      form[form.current].suggestions.isEmpty
        ? .spans([Span("  " + note(form), theme.panel.muted)]) : .choices(choices(form))
    }
  }

  private func note(_ form: EditForm) -> String {
    switch form.current {
    case .displayName: "shown in the list, the prompt and the title"
    case .color: "a name such as red, or #rrggbb"
    case .group: "entries of one group stand under one heading"
    case .shortcut: "one key, pressed after \(jumpKey), that switches to it"
    case .pinned: "pinned entries come first (y/n)"
    }
  }
}

extension Model {
  private func choices(_ form: EditForm) -> ChoiceLine {
    let field = form[form.current]
    // On a terminal without colours the names tell them apart.
    let isTight = form.current == .color && theme.depth != .none
    return ChoiceLine(
      start: Span((look.ascii ? "<>" : "← →") + " suggestions: ", theme.panel.muted),
      items: field.suggestions.map { isTight ? swatch(of: $0) : Span($0, theme.panel.text) },
      chosen: field.chosen, brackets: theme.panel.accent,
      ellipsis: Span(marks.ellipsis, theme.panel.muted), isTight: isTight)
  }

  private func swatch(of color: String) -> Span {
    let swatch = look.swatch(Color(label: color) ?? .standard, on: theme.panel)
    return Span(swatch.text, swatch.style)
  }
}

extension EditForm {
  /// The content of a field.
  fileprivate func line(_ field: EditField) -> TextField {
    field == .pinned ? TextField(isPinned ? "yes" : "no") : self[field].field
  }
}

extension EditForm {
  /// The entry with the values of the fields.
  ///
  /// An invalid value is left as it was.
  var preview: Entry {
    var entry = entry
    entry.label.displayName = displayName
    entry.label.color = color
    entry.label.group = filled(.group) ?? sources.group(displayName: displayName)?.value
    entry.label.shortcut = shortcut
    return entry.cleaned
  }

  /// The display name from the field, or the fallback if the field is empty.
  var displayName: String { filled(.displayName) ?? sources.displayName.value }

  private var color: Color {
    guard let text = filled(.color) else { return sources.color(displayName: displayName).value }
    return Color(label: text) ?? entry.label.color
  }

  /// The shortcut to show.
  ///
  /// An entry whose shortcut belongs to another entry has none until the field changes.
  private var shortcut: Character? {
    guard isChanged(.shortcut) else { return entry.label.shortcut }
    guard let text = filled(.shortcut) else { return sources.shortcut?.value }
    return Character(shortcut: text) ?? entry.label.shortcut
  }

  private func filled(_ field: EditField) -> String? {
    let text = self[field].text.trimmed
    return text.isEmpty ? nil : text
  }
}

extension EditForm {
  /// The value that applies while the field is empty, and its source.
  func hint(_ field: EditField) -> String {
    switch field {
    case .displayName: hint(sources.displayName) { $0 }
    case .color: hint(sources.color(displayName: displayName)) { $0.labelText ?? "" }
    case .group: sources.group(displayName: displayName).map { hint($0) { $0 } } ?? "none"
    case .shortcut: sources.shortcut.map { hint($0) { String($0) } } ?? "none"
    case .pinned: ""
    }
  }

  private func hint<Value>(
    _ fallback: LabelSources.Fallback<Value>, _ text: (Value) -> String
  ) -> String {
    "\(text(fallback.value).cleaned) (\(fallback.source.words))"
  }
}

extension LabelSources.Source {
  fileprivate var words: String {
    switch self {
    case .profile: "from the profile"
    case .rule(let pattern): "rule \(pattern.cleaned)"
    case .name: "default"
    }
  }
}
