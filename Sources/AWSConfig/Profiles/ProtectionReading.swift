import Accounts

/// Finds what profiles say to protect their entries; a key that many profiles have is looked at once.
struct ProtectionReader {
  private let shared: SharedConfig
  private var meant = ProtectionKeyGuesser()

  init(_ shared: SharedConfig) {
    self.shared = shared
  }

  /// The lines of both files, where the credentials file's come first, then those of the profiles that it includes:
  /// what becomes the same role is asked about in the same way.
  mutating func settings(of profile: Profile) -> [ProtectionSetting] {
    var settings = own(profile)
    for name in profile.inclusion.first?.profiles ?? [] {
      if let included = shared.profile(name) { settings += own(included) }
    }
    return settings
  }

  private mutating func own(_ profile: Profile) -> [ProtectionSetting] {
    let (credentials, config) = (profile.credentials, profile.config)
    // Of nearly all profiles nothing need be looked at.
    guard credentials.mayProtect || config.mayProtect else { return [] }
    return settings(in: credentials, profile.credentialsOrigin)
      + settings(in: config, profile.configOrigin)
  }

  private mutating func settings(
    in properties: Properties, _ origin: Origin?
  ) -> [ProtectionSetting] {
    guard let origin, properties.mayProtect else { return [] }
    return properties.all.compactMap { property in
      guard let key = key(of: property) else { return nil }
      let value = if case .text(let text) = property.value { text } else { "" }
      return ProtectionSetting(
        key, written: property.key.text, value: value,
        origin: Origin(file: origin.file, line: property.line))
    }
  }

  private mutating func key(of property: Property) -> ProtectionSetting.Key? {
    switch (property.key, property.value) {
    case (.known(.confirm), _): return .confirm
    case (.known(.readOnly), _): return .readOnly
    case (.known, _), (.other, .secret): return nil
    // Settings of a program, under its name.
    case (.other, .block(let block)) where !block.all.isEmpty: return nil
    case (.other(let text), .block): return meant.key(text)
    case (.other(let text), .text(let value)):
      return meant.key(text) ?? ProtectionSetting.Key(namedBy: value, of: text)
    }
  }
}

extension ProtectionSetting.Key {
  /// The key that an unknown one of a profile stands for; those of other tools stand for nothing.
  init?(meantInProfile text: String) {
    guard ForeignKey(text) == nil else { return nil }
    self.init(meantBy: text)
  }

  /// The key that the value of an unknown one names; not that of a key which holds names, as of a role.
  init?(namedBy value: String, of key: String) {
    guard let named = Self(namedBy: value), ForeignKey(key) == nil,
      !["name", "role", "profile", "user", "group", "set"].contains(where: key.hasSuffix)
    else { return nil }
    self = named
  }
}

extension Properties {
  /// False where no key is one that protects, or unknown.
  fileprivate var mayProtect: Bool { has(.confirm) || has(.readOnly) || hasOthers }
}
