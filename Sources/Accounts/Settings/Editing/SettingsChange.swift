package import Canvas

/// One change of what `config.yaml` says.
package enum SettingsChange: Sendable, Hashable {
  case label(LabelChange, ofEntry: String)
  /// The theme by name, for dark terminals, for light ones, or for both.
  case theme(String, for: Scheme.Variant?)
  case sort(Settings.Sort)
  case mouse(Settings.Mouse)
}

/// A change of what `config.yaml` says of an entry; nil, or an empty text, takes it out.
package enum LabelChange: Sendable, Hashable {
  case displayName(String?)
  case color(Color?)
  case group(String?)
  case shortcut(Character?)
}

extension SettingsChange {
  /// True where the settings are as the change would have them.
  func isSet(by settings: Settings) -> Bool {
    switch self {
    case .label(let change, let name):
      change.isSet(by: settings.entries.first { $0.name == name })
    case .theme(let name, .dark): settings.theme.dark == name
    case .theme(let name, .light): settings.theme.light == name
    case .theme(let name, nil): settings.theme == Settings.ThemeChoice(dark: name, light: name)
    case .sort(let sort): settings.sort == sort
    case .mouse(let mouse): settings.mouse == mouse
    }
  }
}

extension LabelChange {
  /// True where `config.yaml` says of the entry what the change would have it say; nil for one that it does not name.
  package func isSet(by entry: EntrySettings?) -> Bool {
    switch self {
    case .displayName(let name): entry?.displayName == name?.nonEmpty
    case .color(let color): entry?.color == color
    case .group(let group): entry?.group == group?.nonEmpty
    case .shortcut(let key): entry?.shortcut == key
    }
  }

  /// The key in the file, and what is to stand behind it.
  var field: (key: String, text: String?) {
    switch self {
    case .displayName(let name): ("display", name?.nonEmpty)
    case .color(let color): ("color", color.flatMap(\.labelText))
    case .group(let group): ("group", group?.nonEmpty)
    case .shortcut(let key): ("shortcut", key.map { String($0) })
    }
  }
}
