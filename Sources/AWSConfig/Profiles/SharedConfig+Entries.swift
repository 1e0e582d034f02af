package import Accounts
import Text

extension SharedConfig {
  /// An entry for each profile with credentials, in file order.
  package var profileEntries: [ProfileEntry] { entriesAndStrays.entries }

  /// The entries, and the protection settings of profiles that have no credentials.
  ///
  /// The name of such a profile may be misspelt.
  package var entriesAndStrays: (entries: [ProfileEntry], strays: [StrayProtection]) {
    var askingSources: [String: Bool] = [:]
    var protections = ProtectionReader(self)
    var strays: [StrayProtection] = []
    let entries = profiles.compactMap { profile -> ProfileEntry? in
      let settings = protections.settings(of: profile)
      guard var entry = ProfileEntry(profile) else {
        strays += settings.map {
          StrayProtection(origin: $0.origin, header: profile.name, .noEntry)
        }
        return nil
      }
      entry.protection = settings
      entry.includes = profile.inclusion.first?.profiles ?? []
      guard entry.kind == .assumeRole else { return entry }
      if profile.nonEmpty(.mfaSerial) != nil {
        entry.hasMFA = true
      } else if let source = profile.nonEmpty(.sourceProfile), source != profile.name {
        // Thousands of roles often share one source profile.
        entry.hasMFA = asksForCode(source, &askingSources)
      }
      return entry
    }
    return (entries, strays)
  }

  /// True if a profile, or one of its source profiles, names an MFA device.
  ///
  /// The result is stored for all profiles on the way, so that each profile is visited once.
  private func asksForCode(_ name: String, _ known: inout [String: Bool]) -> Bool {
    var passed: [String] = []
    var asks = false
    var next: String? = name
    while let name = next {
      if let found = known[name] {
        asks = found
        break
      }
      guard let profile = profile(name) else { break }
      passed.append(name)
      // A loop of source profiles is reported elsewhere.
      known[name] = false
      asks = profile.nonEmpty(.mfaSerial) != nil
      next = asks ? nil : profile.nonEmpty(.sourceProfile)
    }
    for name in passed { known[name] = asks }
    return asks
  }
}

extension ProfileEntry {
  fileprivate init?(_ profile: Profile) {
    guard let kind = profile.kind else { return nil }
    self.init(name: profile.name, origin: profile.origin, kind: kind)
    region = profile.shown(.region)
    displayName = profile.shown(.displayName) ?? profile.shown(.display)
    color = profile.nonEmpty(.color) ?? profile.nonEmpty(.colour)
    group = profile.shown(.group)
    shortcut = profile.nonEmpty(.shortcut)
    switch kind {
    case .assumeRole, .webIdentity, .saml:
      roleARN = profile.shown(.roleARN)
      accountID = roleARN.flatMap(accountID(inRole:))
    case .sso:
      roleName = profile.shown(.ssoRoleName)
      login = profile.nonEmpty(.ssoSession) ?? profile.nonEmpty(.ssoStartURL)
      accountID = profile.account(.ssoAccountID)
    case .login: accountID = profile.text(.loginSession).flatMap { try? ARN($0).accountID }
    case .staticKeys, .process, .environment, .container, .instanceMetadata:
      accountID = profile.account(.accountID)
    }
  }
}

extension Profile {
  /// The value for lists and the cache of entries; credentials in its place are masked.
  fileprivate func shown(_ key: KnownKey) -> String? {
    nonEmpty(key).map { $0.hasPrefix("arn:") ? $0 : maskingKeys($0) }
  }
}

/// The account in a role's ARN; does not make an `ARN`, since this runs for thousands of profiles.
private func accountID(inRole text: String) -> String? {
  var text = text
  return text.withUTF8 { bytes in
    var colons = (0, 0, 0, 0, 0)
    for index in bytes.indices where bytes[index] == UInt8(ascii: ":") {
      colons = (colons.1, colons.2, colons.3, colons.4, index)
      if colons.0 > 0 { break }
    }
    guard colons.0 > 0, bytes[colons.1..<colons.2].elementsEqual(":iam".utf8),
      bytes[colons.4...].starts(with: ":role/".utf8)
    else { return nil }
    let account = bytes[(colons.3 + 1)..<colons.4]
    guard account.count == 12, account.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return String(decoding: account, as: UTF8.self)
  }
}

/// Finds the protection settings of profiles; a key that many profiles have is examined once.
struct ProtectionReader {
  private let shared: SharedConfig
  private var meant = ProtectionKeyGuesser()

  init(_ shared: SharedConfig) {
    self.shared = shared
  }

  /// The protection settings of a profile in both files, the credentials file first.
  ///
  /// Then come those of the profiles that it includes, since entries for the same role need the
  /// same confirmation.
  mutating func settings(of profile: Profile) -> [ProtectionSetting] {
    var settings = own(profile)
    for name in profile.inclusion.first?.profiles ?? [] {
      if let included = shared.profile(name) { settings += own(included) }
    }
    return settings
  }

  private mutating func own(_ profile: Profile) -> [ProtectionSetting] {
    let (credentials, config) = (profile.credentials, profile.config)
    // Nearly all profiles need no closer look.
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
    // A program's settings under its name.
    case (.other, .block(let block)) where !block.all.isEmpty: return nil
    case (.other(let text), .block): return meant.key(text)
    case (.other(let text), .text(let value)):
      // Like `readonly_role = arn:...`.
      if holdsNames(text), Bool(yamlWord: value) == nil { return nil }
      return meant.key(text) ?? ProtectionSetting.Key(namedBy: value, of: text)
    }
  }
}

extension ProtectionSetting.Key {
  /// The protection key that an unknown key of a profile means; nil for the keys of other tools.
  ///
  /// Only whole words count: a key that begins with such a word may belong to any program.
  init?(meantInProfile text: String) {
    guard !PeerKey.isOne(text), let key = Self(meantBy: text, words: .whole) else { return nil }
    self = key
  }

  /// The protection key that an unknown key's value names; nil for keys whose values are names.
  init?(namedBy value: String, of key: String) {
    guard let named = Self(namedBy: value), !PeerKey.holdsValuesOfOthers(key), !holdsNames(key)
    else { return nil }
    self = named
  }
}

/// True for a key whose value is a name.
func holdsNames(_ key: String) -> Bool {
  ["name", "role", "arn", "profile", "user", "group", "set", "account"].contains(
    where: key.hasSuffix)
}

extension Properties {
  /// False if no key is unknown or a protection setting.
  fileprivate var mayProtect: Bool { has(.confirm) || has(.readOnly) || hasOthers }
}
