package import Canvas

/// The sources of an entry's label, for editing it: the settings in `config.yaml`, and the values
/// that apply without them.
package struct LabelSources: Sendable, Hashable {
  /// The entry's settings in `config.yaml`; nil if it is not named there.
  package let entrySettings: EntrySettings?
  private let profile: ProfileEntry
  private let rules: [Rule]
  private let automaticColors: Settings.AutomaticColors

  /// The sources of the label of a profile, or of a role of `config.yaml` as a profile.
  package init(_ profile: ProfileEntry, _ settings: Settings) {
    entrySettings = settings.entries.last { $0.name == profile.name }
    self.profile = profile
    rules = settings.rules
    automaticColors = settings.automaticColors
  }

  /// The entry's name.
  package var name: String { profile.name }

  /// The other sources of a label.
  package enum Source: Sendable, Hashable {
    /// The profile's own keys in the AWS config files.
    case profile
    /// The first rule that matches, by its pattern.
    case rule(String)
    case name
  }

  /// The value that applies without a setting in `config.yaml`, and its source.
  package struct Fallback<Value: Sendable & Hashable>: Sendable, Hashable {
    package let value: Value
    package let source: Source

    init(_ value: Value, _ source: Source) {
      self.value = value
      self.source = source
    }
  }
}

extension LabelSources {
  package var displayName: Fallback<String> {
    profile.displayName.flatMap(\.nonEmpty).map { Fallback($0, .profile) } ?? Fallback(name, .name)
  }

  /// The colour without one in `config.yaml`.
  ///
  /// Rules, and words such as `prod`, are also matched with the given display name.
  package func color(displayName: String) -> Fallback<Color> {
    if let own = profile.color.flatMap(Color.init(label:)) { return Fallback(own, .profile) }
    if let rule = rule(displayName), let color = rule.color {
      return Fallback(color, .rule(rule.match.pattern))
    }
    return Fallback(automaticColors.color(name: name, displayName: displayName), .name)
  }

  /// The group without one in `config.yaml`, found like `color`; nil if there is none.
  package func group(displayName: String) -> Fallback<String>? {
    if let own = profile.group.flatMap(\.nonEmpty) { return Fallback(own, .profile) }
    guard let rule = rule(displayName), let group = rule.group else { return nil }
    return Fallback(group, .rule(rule.match.pattern))
  }

  package var shortcut: Fallback<Character>? {
    profile.shortcut.flatMap(Character.init(shortcut:)).map { Fallback($0, .profile) }
  }

  private func rule(_ displayName: String) -> Rule? {
    rules.first { $0.match.matches(name) || $0.match.matches(displayName) }
  }
}
