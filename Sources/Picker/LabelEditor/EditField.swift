import Accounts
import Canvas
import Text

/// One of the things that can be changed of an entry.
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
  /// What `config.yaml` says of it now.
  func text(_ said: EntrySettings?) -> String {
    switch self {
    case .displayName: said?.displayName ?? ""
    case .color: said?.color?.labelText ?? ""
    case .group: said?.group ?? ""
    case .shortcut: said?.shortcut.map { String($0) } ?? ""
    case .pinned: ""
    }
  }

  /// What is there to be chosen instead of typed.
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
  /// What it changes, in a word.
  var word: String {
    switch self {
    case .displayName: "name"
    case .color: "colour"
    case .group: "group"
    case .shortcut: "shortcut"
    }
  }
}

/// A line of text with suggestions: Right puts the next one in the place of what was typed, Left the one before, or
/// what was typed again.
struct SuggestingField: Equatable, Sendable {
  private let all: [String]
  private var typed: TextField
  /// The suggestions that what is typed leaves.
  private(set) var suggestions: [String]
  /// The place of the suggestion that stands there; nil for what was typed.
  private(set) var chosen: Int?

  init(_ text: String, among all: [String] = []) {
    self.all = all
    suggestions = all
    chosen = text.isEmpty ? nil : all.firstIndex(of: text)
    typed = TextField(chosen == nil ? text : "")
    if chosen == nil { suggest() }
  }

  /// What stands there, the cursor in it.
  var field: TextField { chosen.map { TextField(suggestions[$0]) } ?? typed }

  var text: String { field.text }
}

extension SuggestingField {
  /// Types text; false where it does not all fit.
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

  /// What was chosen counts as typed once it is typed into; where that changes nothing, nothing is looked for.
  private mutating func change<Result>(_ change: (inout TextField) -> Result) -> Result {
    let before = typed.text
    typed = field
    chosen = nil
    let result = change(&typed)
    if typed.text != before { suggest() }
    return result
  }

  /// Those that begin with what is typed, then those that hold it.
  private mutating func suggest() {
    let wanted = typed.text.trimmed.lowercased()
    let begin = all.filter { $0.lowercased().hasPrefix(wanted) }
    let hold = all.filter { !$0.lowercased().hasPrefix(wanted) && $0.lowercased().contains(wanted) }
    suggestions = begin + hold
  }
}
