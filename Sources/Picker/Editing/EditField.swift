import Accounts
import Canvas

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
