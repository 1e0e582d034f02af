import Accounts

/// Finds what profiles say to protect their entries; a key that many profiles have is looked at once.
struct ProtectionReading {
  private let shared: SharedConfig
  private var meanings: [String: ProtectionSetting.Key?] = [:]

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
    settings(in: profile.credentials, profile.credentialsOrigin)
      + settings(in: profile.config, profile.configOrigin)
  }

  private mutating func settings(
    in properties: Properties, _ origin: Origin?
  ) -> [ProtectionSetting] {
    guard let origin else { return [] }
    return properties.all.compactMap { property in
      guard let key = key(property.key) else { return nil }
      let value = if case .text(let text) = property.value { text } else { "" }
      return ProtectionSetting(
        key, written: property.key.text, value: value,
        origin: Origin(file: origin.file, line: property.line))
    }
  }

  private mutating func key(_ key: Key) -> ProtectionSetting.Key? {
    switch key {
    case .known(.confirm): return .confirm
    case .known(.readOnly): return .readOnly
    case .known: return nil
    case .other(let text):
      if let meaning = meanings[text] { return meaning }
      let meaning = ProtectionSetting.Key(meantBy: text)
      meanings[text] = meaning
      return meaning
    }
  }
}
