import Canvas
import Text

/// Determines each entry's label: from `config.yaml`, else the profile's own keys, else the first
/// matching rule, else from its names.
struct LabelResolver {
  private let settingsByName: [String: EntrySettings]
  private let rules: [Rule]
  private let automaticColors: Settings.AutomaticColors
  private var shortcuts: [Character: String] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// The settings of profiles for `confirm` and `read_only` that are not clear.
  private(set) var unreadProtections: [UnreadProtectionError] = []

  init(_ settings: Settings) {
    settingsByName = Dictionary(settings.entries.map { ($0.name, $0) }) { _, last in last }
    rules = settings.rules
    automaticColors = settings.automaticColors
  }

  mutating func entry(_ profile: ProfileEntry, isProfile: Bool) -> Entry {
    let own = settingsByName.isEmpty ? nil : settingsByName[profile.name]
    let role = profile.roleARN.flatMap(RoleOfARN.init)
    var entry = Entry(
      name: profile.name, label: label(profile, own), kind: profile.kind,
      accountID: profile.accountID ?? role?.accountID, roleName: profile.roleName ?? role?.name,
      roleARN: profile.roleARN, region: own?.region ?? profile.region, origin: profile.origin,
      isProfile: isProfile)
    entry.hasMFA = profile.hasMFA
    entry.login = profile.login
    return entry
  }

  private mutating func label(_ profile: ProfileEntry, _ own: EntrySettings?) -> Label {
    let displayName =
      (own?.displayName ?? profile.displayName.flatMap(\.nonEmpty) ?? profile.name)
      .truncatedToLabel
    let rule = rules.isEmpty ? nil : firstRule(profile.name, displayName)
    if !profile.protection.isEmpty { recordUnread(profile) }
    let profileColor = profileColor(profile, isOverruled: own?.color != nil)
    var label = Label(
      displayName: displayName,
      color: own?.color ?? profileColor ?? rule?.color
        ?? automaticColors.color(name: profile.name, displayName: displayName),
      group: (own?.group ?? profile.group.flatMap(\.nonEmpty) ?? rule?.group)?.truncatedToLabel,
      shortcut: shortcut(profile, own),
      confirm: own?.confirm ?? profile.flag(.confirm) ?? rule?.confirm ?? false,
      readOnly: own?.readOnly ?? profile.flag(.readOnly) ?? rule?.readOnly ?? false)
    label.confirmsBriefly =
      if let own, own.confirm != nil {
        own.confirmsBriefly
      } else if profile.flag(.confirm) != nil {
        profile.confirmsBriefly
      } else {
        rule?.confirmsBriefly ?? false
      }
    return label
  }

  private func firstRule(_ name: String, _ displayName: String) -> Rule? {
    let texts = name == displayName ? [folded(name)] : [folded(name), folded(displayName)]
    return rules.first { rule in texts.contains { rule.match.matches(folded: $0) } }
  }

  private mutating func profileColor(_ profile: ProfileEntry, isOverruled: Bool) -> Color? {
    guard let text = profile.color.flatMap(\.nonEmpty), !isOverruled else { return nil }
    if let color = Color(label: text) { return color }
    report(
      profile.origin,
      "The profile '\(profile.name)' has the colour '\(maskingLongWords(text))', which is "
        + "neither #rrggbb nor one of "
        + "\(Color.named.map(\.key).joined(separator: ", ")); another is used.")
    return nil
  }

  /// The shortcut of an entry; the first entry with a key keeps it.
  private mutating func shortcut(_ profile: ProfileEntry, _ own: EntrySettings?) -> Character? {
    guard let key = own?.shortcut ?? profileShortcut(profile) else { return nil }
    if let holder = shortcuts[key] {
      report(
        own?.shortcut == nil ? profile.origin : own?.origin ?? profile.origin,
        "The shortcut '\(key)' of '\(profile.name)' is already used by '\(holder)', which keeps it."
      )
      return nil
    }
    shortcuts[key] = profile.name
    return key
  }

  private mutating func profileShortcut(_ profile: ProfileEntry) -> Character? {
    guard let text = profile.shortcut.flatMap(\.nonEmpty) else { return nil }
    if let key = Character(shortcut: text) { return key }
    report(
      profile.origin,
      "The profile '\(profile.name)' has the shortcut '\(maskingLongWords(text))', which is not "
        + "a single key; "
        + "it is ignored.")
    return nil
  }

  /// Records a profile's protection settings that are not clear.
  private mutating func recordUnread(_ profile: ProfileEntry) {
    for setting in profile.protection where setting.flag == nil {
      report(setting.origin, setting.problem)
      let diagnostic = Diagnostic(setting.origin, maskingKeys(setting.problem))
      unreadProtections.append(
        UnreadProtectionError(diagnostic, .entry(profile.name), isInSettings: false))
    }
  }

  private mutating func report(_ origin: Origin, _ message: String) {
    diagnostics.append(Diagnostic(origin, maskingKeys(message)))
  }
}

extension ProfileEntry {
  /// True if no `confirm` of the profile requires more than an answer.
  fileprivate var confirmsBriefly: Bool {
    protection.allSatisfy { $0.key != .confirm || $0.flag == false || $0.isBrief }
  }

  /// The profile's own value of a protection setting; nil if it has none, or an unclear one.
  ///
  /// If the two files differ, the value that protects counts.
  fileprivate func flag(_ key: ProtectionSetting.Key) -> Bool? {
    let flags = protection.lazy.filter { $0.key == key }.compactMap(\.flag)
    return flags.contains(true) ? true : flags.first
  }
}
