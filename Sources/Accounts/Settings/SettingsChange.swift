package import Canvas
import YAML

/// One change of the content of `config.yaml`.
package enum SettingsChange: Sendable, Hashable {
  case label(LabelChange, ofEntry: String)
  /// The theme by name, for dark terminals, for light ones, or for both.
  case theme(String, for: Scheme.Variant?)
  case sort(Settings.Sort)
  case mouse(Settings.Mouse)
}

/// A change of an entry's settings in `config.yaml`; nil, or an empty text, removes the setting.
package enum LabelChange: Sendable, Hashable {
  case displayName(String?)
  case color(Color?)
  case group(String?)
  case shortcut(Character?)
}

extension SettingsChange {
  /// True if the settings already have the new value.
  func isSet(in settings: Settings) -> Bool {
    switch self {
    case .label(let change, let name):
      change.isSet(in: settings.entries.first { $0.name == name })
    case .theme(let name, .dark): settings.theme.dark == name
    case .theme(let name, .light): settings.theme.light == name
    case .theme(let name, nil): settings.theme == Settings.ThemeChoice(dark: name, light: name)
    case .sort(let sort): settings.sort == sort
    case .mouse(let mouse): settings.mouse == mouse
    }
  }
}

extension LabelChange {
  /// True if `config.yaml` already has the new value for the entry; nil stands for an entry that it
  /// does not name.
  package func isSet(in entry: EntrySettings?) -> Bool {
    switch self {
    case .displayName(let name): entry?.displayName == name?.nonEmpty
    case .color(let color): entry?.color == color
    case .group(let group): entry?.group == group?.nonEmpty
    case .shortcut(let key): entry?.shortcut == key
    }
  }

  /// The key in the file, and its new value.
  var field: (key: String, text: String?) {
    switch self {
    case .displayName(let name): ("display", name?.nonEmpty)
    case .color(let color): ("color", color.flatMap(\.labelText))
    case .group(let group): ("group", group?.nonEmpty)
    case .shortcut(let key): ("shortcut", key.map { String($0) })
    }
  }
}

extension SettingsChange {
  /// The edits that make the change in a text with this value; none if it has it already.
  func edits(of value: YAMLValue) -> [YAMLEdit] {
    switch self {
    case .label(let change, let name): change.edits(of: value, entry: name)
    case .theme(let name, let variant): themeEdits(name, variant, value["theme"])
    case .sort(let sort): setting("sort", to: sort.rawValue, in: value)
    case .mouse(let mouse): setting("mouse", to: mouse.rawValue, in: value)
    }
  }

  private func themeEdits(
    _ name: String, _ variant: Scheme.Variant?, _ theme: YAMLValue?
  ) -> [YAMLEdit] {
    let variants = variant.map { [$0] } ?? Scheme.Variant.allCases
    if case .fields = theme {
      return variants.filter { theme?[$0.rawValue]?.text != name }.map {
        .set($0.rawValue, to: .text(name), in: [.field("theme")], after: ["dark"])
      }
    }
    let current = theme?.text.flatMap { nullWords.contains($0) ? nil : $0 }
    guard current != name else { return [] }
    guard let variant else { return [set("theme", to: .text(name))] }
    let fields = Scheme.Variant.allCases.compactMap { each in
      (each == variant ? name : current).map { YAMLField(each.rawValue, $0) }
    }
    return [set("theme", to: .fields(fields))]
  }

  private func setting(_ key: String, to text: String, in value: YAMLValue) -> [YAMLEdit] {
    value[key]?.text == text ? [] : [set(key, to: .text(text))]
  }

  private func set(_ key: String, to value: YAMLValue) -> YAMLEdit {
    .set(key, to: value, in: [], after: before(key, in: Self.order))
  }

  /// The preferred order of the settings of one line.
  private static let order = [
    "theme", "sort", "group_by", "after_exit", "share_with_aws_cli", "aws_vault", "shell", "mouse",
    "tint", "tab_color", "automatic_colors", "tmux", "credentials", "vi",
  ]
}

extension LabelChange {
  private static let order = [
    "name", "display", "display_name", "color", "colour", "shortcut", "group",
  ]
  private static let otherNames = ["display": "display_name", "color": "colour"]

  fileprivate func edits(of value: YAMLValue, entry name: String) -> [YAMLEdit] {
    let (key, text) = field
    let items = value["entries"]?.items ?? []
    // Of two entries with the same name the last counts.
    guard let index = items.lastIndex(where: { $0["name"]?.text == name }) else {
      return text.map {
        [.append([YAMLField("name", name), YAMLField(key, $0)], to: "entries")]
      } ?? []
    }
    let path = [YAMLStep.field("entries"), .item(index)]
    let present = [key, Self.otherNames[key]].compactMap(\.self).filter {
      items[index][$0] != nil
    }
    guard let text else { return present.map { .remove($0, in: path) } }
    guard present.first.flatMap({ items[index][$0]?.text }) != text else { return [] }
    return [
      .set(present.first ?? key, to: .text(text), in: path, after: before(key, in: Self.order))
    ]
  }
}

private func before(_ key: String, in order: [String]) -> [String] {
  Array(order.prefix { $0 != key })
}
