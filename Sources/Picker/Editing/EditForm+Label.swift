import Accounts
import Canvas

extension EditForm {
  /// The entry as it would be shown with what the fields say; what one says wrongly is as it was.
  var preview: Entry {
    var entry = entry
    entry.label.displayName = displayName
    entry.label.color = color
    entry.label.group = filled(.group) ?? sources.group(displayName: displayName)?.value
    entry.label.shortcut = shortcut
    return entry.cleaned
  }

  /// The display name that the field asks for, or that holds without.
  var displayName: String { filled(.displayName) ?? sources.displayName.value }

  private var color: Color {
    guard let text = filled(.color) else { return sources.color(displayName: displayName).value }
    return Color(label: text) ?? entry.label.color
  }

  /// Of an entry that is denied the one that it asks for there is none to show, until it asks for another.
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
  /// What holds while the field is empty, and why.
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
