import Canvas
import Text

/// Gives each entry its label: from `config.yaml`, else the profile's own keys, else the first rule that
/// matches, else from its names.
struct LabelResolver {
  private let settingsByName: [String: EntrySettings]
  private let rules: [Rule]
  private let automaticColors: Settings.AutomaticColors
  private var shortcuts: [Character: String] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// What a profile says of `confirm` and `read_only` that cannot be understood.
  private(set) var unreadProtections: [UnreadProtectionError] = []

  init(_ settings: Settings) {
    settingsByName = Dictionary(settings.entries.map { ($0.name, $0) }) { _, last in last }
    rules = settings.rules
    automaticColors = settings.automaticColors
  }

  mutating func entry(_ profile: ProfileEntry, isProfile: Bool) -> Entry {
    let said = settingsByName.isEmpty ? nil : settingsByName[profile.name]
    let role = profile.roleARN.flatMap(RoleOfARN.init)
    var entry = Entry(
      name: profile.name, label: label(profile, said), kind: profile.kind,
      accountID: profile.accountID ?? role?.accountID, roleName: profile.roleName ?? role?.name,
      roleARN: profile.roleARN, region: said?.region ?? profile.region, origin: profile.origin,
      isProfile: isProfile)
    entry.hasMFA = profile.hasMFA
    entry.login = profile.login
    return entry
  }

  private mutating func label(_ profile: ProfileEntry, _ said: EntrySettings?) -> Label {
    let displayName =
      (said?.displayName ?? profile.displayName.flatMap(\.nonEmpty) ?? profile.name)
      .truncatedToLabel
    let rule = rules.isEmpty ? nil : firstRule(profile.name, displayName)
    if !profile.protection.isEmpty { recordUnread(profile) }
    let own = ownColor(profile, isOverruled: said?.color != nil)
    var label = Label(
      displayName: displayName,
      color: said?.color ?? own ?? rule?.color
        ?? automaticColors.color(name: profile.name, displayName: displayName),
      group: (said?.group ?? profile.group.flatMap(\.nonEmpty) ?? rule?.group)?.truncatedToLabel,
      shortcut: shortcut(profile, said),
      confirm: said?.confirm ?? profile.flag(.confirm) ?? rule?.confirm ?? false,
      readOnly: said?.readOnly ?? profile.flag(.readOnly) ?? rule?.readOnly ?? false)
    label.confirmsBriefly =
      if let said, said.confirm != nil {
        said.confirmsBriefly
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

  private mutating func ownColor(_ profile: ProfileEntry, isOverruled: Bool) -> Color? {
    guard let text = profile.color.flatMap(\.nonEmpty), !isOverruled else { return nil }
    if let color = Color(label: text) { return color }
    report(
      profile.origin,
      "The profile '\(profile.name)' asks for the colour '\(maskingLongWords(text))', which is neither #rrggbb nor one of "
        + "\(Color.named.map(\.key).joined(separator: ", ")); another is used.")
    return nil
  }

  /// The first entry that asks for a key keeps it.
  private mutating func shortcut(_ profile: ProfileEntry, _ said: EntrySettings?) -> Character? {
    guard let key = said?.shortcut ?? ownShortcut(profile) else { return nil }
    if let holder = shortcuts[key] {
      report(
        said?.shortcut == nil ? profile.origin : said?.origin ?? profile.origin,
        "The shortcut '\(key)' of '\(profile.name)' belongs to '\(holder)' already; it keeps it.")
      return nil
    }
    shortcuts[key] = profile.name
    return key
  }

  private mutating func ownShortcut(_ profile: ProfileEntry) -> Character? {
    guard let text = profile.shortcut.flatMap(\.nonEmpty) else { return nil }
    if let key = Character(shortcut: text) { return key }
    report(
      profile.origin,
      "The profile '\(profile.name)' asks for the shortcut '\(maskingLongWords(text))', which is not a single key; "
        + "it has none.")
    return nil
  }

  /// Keeps what a profile says to protect its entry and cannot be understood.
  private mutating func recordUnread(_ profile: ProfileEntry) {
    for setting in profile.protection where setting.flag == nil {
      report(setting.origin, setting.complaint)
      let diagnostic = Diagnostic(setting.origin, maskingKeys(setting.complaint))
      unreadProtections.append(
        UnreadProtectionError(diagnostic, .entry(profile.name), isInSettings: false))
    }
  }

  private mutating func report(_ origin: Origin, _ message: String) {
    diagnostics.append(Diagnostic(origin, maskingKeys(message)))
  }
}

extension ProfileEntry {
  /// True if all that it says of `confirm` is that a question is enough.
  fileprivate var confirmsBriefly: Bool {
    protection.allSatisfy { $0.key != .confirm || $0.flag == false || $0.isBrief }
  }

  /// What it says itself of a way to protect its entry; nil if that is nothing, or not clear.
  ///
  /// What protects is kept from either of the two files.
  fileprivate func flag(_ key: ProtectionSetting.Key) -> Bool? {
    let flags = protection.lazy.filter { $0.key == key }.compactMap(\.flag)
    return flags.contains(true) ? true : flags.first
  }
}
