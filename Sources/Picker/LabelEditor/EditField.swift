import Accounts
import Canvas
import Text

/// A field of the label editor.
enum EditField: Equatable, Sendable, CaseIterable {
  case displayName, color, group, shortcut, pinned

  var label: String {
    switch self {
    case .displayName: "Display name"
    case .color: "Colour"
    case .group: "Group"
    case .shortcut: "Shortcut"
    case .pinned: "Pinned"
    }
  }
}

extension EditField {
  /// The field's text from `config.yaml`.
  func text(_ settings: EntrySettings?) -> String {
    switch self {
    case .displayName: settings?.displayName ?? ""
    case .color: settings?.color?.labelText ?? ""
    case .group: settings?.group ?? ""
    case .shortcut: settings?.shortcut.map { String($0) } ?? ""
    case .pinned: ""
    }
  }

  /// The values to choose from instead of typing.
  func suggestions(_ sources: LabelSources, groups: [String]) -> [String] {
    switch self {
    case .displayName: [sources.displayName.value.cleaned]
    case .color: Color.named.map(\.key) + Color.derived.compactMap(\.labelText)
    case .group: groups
    case .shortcut, .pinned: []
    }
  }
}

extension LabelChange {
  /// The name of what it changes, in one word.
  var word: String {
    switch self {
    case .displayName: "name"
    case .color: "colour"
    case .group: "group"
    case .shortcut: "shortcut"
    }
  }
}

/// A text field with suggestions: Right replaces the typed text with the next one, Left with the
/// previous one or the typed text.
struct SuggestingField: Equatable, Sendable {
  private let all: [String]
  private var typed: TextField
  /// The suggestions that match the typed text.
  private(set) var suggestions: [String]
  /// The index of the chosen suggestion; nil if the typed text is shown.
  private(set) var chosen: Int?

  init(_ text: String, among all: [String] = []) {
    self.all = all
    suggestions = all
    chosen = text.isEmpty ? nil : all.firstIndex(of: text)
    typed = TextField(chosen == nil ? text : "")
    if chosen == nil { suggest() }
  }

  /// The shown text with the cursor.
  var field: TextField { chosen.map { TextField(suggestions[$0]) } ?? typed }

  var text: String { field.text }
}

extension SuggestingField {
  /// Types text.
  ///
  /// It returns false if not all of it fits.
  mutating func type(_ text: String) -> Bool {
    change { $0.insert(text) }
  }

  mutating func apply(_ edit: TextField.Edit) {
    switch edit {
    case .right where typed.after.isEmpty && !suggestions.isEmpty:
      chosen = min(chosen.map { $0 + 1 } ?? 0, suggestions.count - 1)
    case .left where chosen != nil: chosen = chosen.flatMap { $0 > 0 ? $0 - 1 : nil }
    default: change { $0.apply(edit) }
    }
  }

  /// Changes the typed text.
  ///
  /// A chosen suggestion becomes the typed text first. If the text stays the same, the suggestions
  /// do too.
  private mutating func change<Result>(_ change: (inout TextField) -> Result) -> Result {
    let before = typed.text
    typed = field
    chosen = nil
    let result = change(&typed)
    if typed.text != before { suggest() }
    return result
  }

  /// Finds the suggestions that begin with the typed text, then those that contain it.
  private mutating func suggest() {
    let wanted = typed.text.trimmed.lowercased()
    let begin = all.filter { $0.lowercased().hasPrefix(wanted) }
    let hold = all.filter { !$0.lowercased().hasPrefix(wanted) && $0.lowercased().contains(wanted) }
    suggestions = begin + hold
  }
}
