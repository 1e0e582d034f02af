package import Canvas
import YAML

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
  /// True if the settings are as the change would have them.
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
  /// True if `config.yaml` says of the entry what the change would have it say; nil for one that it does not name.
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

extension SettingsChange {
  /// The edits that make the change in a text that says this; none if it is made already.
  func edits(of said: YAMLValue) -> [YAMLEdit] {
    switch self {
    case .label(let change, let name): change.edits(of: said, entry: name)
    case .theme(let name, let variant): themeEdits(name, variant, said["theme"])
    case .sort(let sort): setting("sort", to: sort.rawValue, in: said)
    case .mouse(let mouse): setting("mouse", to: mouse.rawValue, in: said)
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

  private func setting(_ key: String, to text: String, in said: YAMLValue) -> [YAMLEdit] {
    said[key]?.text == text ? [] : [set(key, to: .text(text))]
  }

  private func set(_ key: String, to value: YAMLValue) -> YAMLEdit {
    .set(key, to: value, in: [], after: before(key, in: Self.order))
  }

  /// The settings of one line in the order in which they are best read.
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

  fileprivate func edits(of said: YAMLValue, entry name: String) -> [YAMLEdit] {
    let (key, text) = field
    let items = said["entries"]?.items ?? []
    // Of two entries of one name the last counts.
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
