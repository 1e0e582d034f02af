import Accounts

extension KnownKey {
  /// The key that was meant by an unknown one: the same but for its dashes and spaces, or a letter away.
  init?(meantBy text: String) {
    if let key = Self.byBareText[AWSConfig.withoutSeparators(text)] {
      self = key
      return
    }
    let meant = Self.correctable.first { $0.text.utf8.count > 4 && areOneEditApart($0.text, text) }
    guard let meant else { return nil }
    self = meant
  }

  /// The keys that decide on credentials and labels; those of other settings have neighbours of the CLI's own.
  private static let correctable = allCases.filter(\.isCorrectable)
  private static let byBareText = Dictionary(
    correctable.map { (AWSConfig.withoutSeparators($0.text), $0) },
    uniquingKeysWith: { first, _ in first })

  private var isCorrectable: Bool {
    switch self {
    case .region, .endpointURL, .displayName, .color, .shortcut, .includeProfile: true
    default: isOfCredentials
    }
  }

  /// True for keys without which a profile may hold no credentials.
  var isOfCredentials: Bool {
    switch self {
    case .accessKeyID, .secretAccessKey, .sessionToken, .roleARN, .sourceProfile,
      .credentialSource, .externalID, .mfaSerial, .mfaProcess, .durationSeconds, .roleSessionName,
      .webIdentityTokenFile, .credentialProcess, .ssoSession, .ssoAccountID, .ssoRoleName,
      .ssoStartURL, .ssoRegion, .ssoRegistrationScopes, .loginSession, .samlAssertionFile,
      .samlAssertionProcess, .samlPrincipalARN:
      true
    default: false
    }
  }
}

private func withoutSeparators(_ key: String) -> String {
  key.filter { !"-_ .".contains($0) }
}

extension Properties {
  /// The unknown keys that are near to one which is not set, in file order.
  var misspeltKeys: [(written: Property, meant: KnownKey)] {
    all.compactMap { property in
      guard case .other(let text) = property.key, ForeignKey(text) == nil,
        let meant = KnownKey(meantBy: text), !has(meant)
      else { return nil }
      return (property, meant)
    }
  }
}
