package import Accounts

extension SharedConfig {
  /// An entry for each profile that can yield credentials, in file order.
  package var profileEntries: [ProfileEntry] { entriesAndStrays.entries }

  /// The entries, and what is said to protect profiles that yield no credentials, such as those whose names are misspelt.
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
        // Thousands of roles are often assumed from one profile.
        entry.hasMFA = asksForCode(source, &askingSources)
      }
      return entry
    }
    return (entries, strays)
  }

  /// True where the profile of a name, or one that it takes its credentials from, names an MFA device.
  ///
  /// What is found holds for all that was passed on the way, so that each profile is looked at once.
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
      // A chain that goes in a circle is somebody else's complaint.
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
    default: accountID = profile.account(.accountID)
    }
  }
}

extension Profile {
  /// The value as lists show it, and as the cache of entries keeps it: a key in its place is masked.
  fileprivate func shown(_ key: KnownKey) -> String? {
    nonEmpty(key).map { $0.hasPrefix("arn:") ? $0 : maskingKeys($0) }
  }
}

/// The account in a role's ARN; found without making an `ARN`, since this is done for thousands.
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
