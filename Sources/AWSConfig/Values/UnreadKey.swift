import Text

/// Another tool's key for getting credentials, which is not read here.
package struct ForeignKey: Sendable, Hashable {
  let text: String
  private let tool: String
  private let instead: String?

  /// Nil for a key that is not known as another tool's key.
  init?(_ text: String) {
    if let known = Self.known[text] {
      (self.text, tool, instead) = (text, known.tool, known.instead)
    } else if let tool = Self.prefixes.first(where: { text.hasPrefix($0.prefix) })?.tool {
      (self.text, self.tool, instead) = (text, tool, nil)
    } else {
      return nil
    }
  }

  /// The tool that reads the key, and what to do: a clause with a full stop, and sentences.
  var reason: String {
    "\(clause)." + (instead.map { " \($0)" } ?? "")
  }

  /// The tool that reads the key, as a clause.
  var clause: String { "only \(tool) reads it" }

  /// True for a key whose loss matters even if the profile has credentials.
  var isAlwaysReported: Bool { text == "parent_profile" }

  private static let known: [String: (tool: String, instead: String)] = [
    "parent_profile": ("aws-vault", "Write include_profile, which replaced it."),
    "web_identity_token_process": (
      "aws-vault", "Write the token to a file, and name that in web_identity_token_file."
    ),
    "granted_sso_start_url": ("Granted", "Write sso_start_url."),
    "granted_sso_region": ("Granted", "Write sso_region."),
    "granted_sso_account_id": ("Granted", "Write sso_account_id."),
    "granted_sso_role_name": ("Granted", "Write sso_role_name."),
  ]

  private static let prefixes: [(prefix: String, tool: String)] = [
    ("granted_", "Granted"), ("azure_", "aws-azure-login"), ("google_config.", "aws-google-auth"),
    ("okta_", "Okta's software"), ("aws_saml_url", "aws-okta"), ("gimme_creds_", "gimme-aws-creds"),
  ]
}

extension Profile {
  /// Other tools' keys for getting credentials, in file order.
  var foreignKeys: [(key: ForeignKey, property: Property)] {
    (config.all + credentials.all).compactMap { property in
      guard case .other(let text) = property.key else { return nil }
      return ForeignKey(text).map { ($0, property) }
    }
  }
}

extension KnownKey {
  /// The key that an unknown one means: the same except for dashes and spaces, or one letter.
  init?(meantBy text: String) {
    if let key = Self.byBareText[AWSConfig.withoutSeparators(text)] {
      self = key
      return
    }
    let meant = Self.correctable.first { $0.text.utf8.count > 4 && areOneEditApart($0.text, text) }
    guard let meant else { return nil }
    self = meant
  }

  /// The keys for credentials and labels; other settings resemble keys of the AWS CLI.
  private static let correctable = allCases.filter(\.isCorrectable)
  private static let byBareText = Dictionary(
    correctable.map { (AWSConfig.withoutSeparators($0.text), $0) },
    uniquingKeysWith: { first, _ in first })

  private var isCorrectable: Bool {
    switch self {
    case .region, .endpointURL, .displayName, .color, .shortcut, .includeProfile: true
    case .accessKeyID, .secretAccessKey, .sessionToken, .securityToken, .accountID, .roleARN,
      .sourceProfile, .credentialSource, .externalID, .mfaSerial, .mfaProcess, .durationSeconds,
      .roleSessionName, .webIdentityTokenFile, .credentialProcess, .ssoSession, .ssoAccountID,
      .ssoRoleName, .ssoStartURL, .ssoRegion, .ssoRegistrationScopes, .loginSession, .output,
      .services, .ignoreConfiguredEndpointURLs, .useFIPSEndpoint, .useDualStackEndpoint, .caBundle,
      .maxAttempts, .retryMode, .display, .colour, .group, .confirm, .readOnly, .samlAssertionFile,
      .samlAssertionProcess, .samlPrincipalARN, .metadataEndpoint, .metadataEndpointMode,
      .metadataV1Disabled, .metadataTimeout, .metadataAttempts, .metadataUseIPv6:
      isOfCredentials
    }
  }

  /// True for keys without which a profile may have no credentials.
  var isOfCredentials: Bool {
    switch self {
    case .accessKeyID, .secretAccessKey, .sessionToken, .roleARN, .sourceProfile,
      .credentialSource, .externalID, .mfaSerial, .mfaProcess, .durationSeconds, .roleSessionName,
      .webIdentityTokenFile, .credentialProcess, .ssoSession, .ssoAccountID, .ssoRoleName,
      .ssoStartURL, .ssoRegion, .ssoRegistrationScopes, .loginSession, .samlAssertionFile,
      .samlAssertionProcess, .samlPrincipalARN:
      true
    case .securityToken, .accountID, .region, .output, .services, .endpointURL,
      .ignoreConfiguredEndpointURLs, .useFIPSEndpoint, .useDualStackEndpoint, .caBundle,
      .maxAttempts, .retryMode, .displayName, .display, .color, .colour, .group, .shortcut,
      .confirm, .readOnly, .metadataEndpoint, .metadataEndpointMode, .metadataV1Disabled,
      .metadataTimeout, .metadataAttempts, .metadataUseIPv6, .includeProfile:
      false
    }
  }
}

private func withoutSeparators(_ key: String) -> String {
  key.filter { !"-_ .".contains($0) }
}

extension Properties {
  /// The unknown keys that resemble a key that is not set, in file order.
  var misspeltKeys: [(written: Property, meant: KnownKey)] {
    all.compactMap { property in
      guard case .other(let text) = property.key, ForeignKey(text) == nil,
        let meant = KnownKey(meantBy: text), !has(meant)
      else { return nil }
      return (property, meant)
    }
  }
}

extension Profile {
  /// The missing part of the profile, as the end of a sentence that says that it has no
  /// credentials.
  var missingPart: String {
    if let hint = hintOfCredentials { return hint }
    if has(.ssoSession) { return ": sso_session needs sso_account_id and sso_role_name" }
    return ": neither an access key nor another source of credentials"
  }

  /// True for a profile that was most likely meant to have credentials, and has none.
  var seemsIncomplete: Bool { kind == nil && hintOfCredentials != nil }

  private var hintOfCredentials: String? {
    if let unread = unreadNotes.first { return ": " + unread }
    if has(.secretAccessKey) { return ": aws_access_key_id is missing" }
    if has(.sourceProfile) { return ": source_profile needs a role_arn" }
    if has(.credentialSource) { return ": credential_source needs a role_arn" }
    // An sso_session alone is not an error, since some programs only need a login's token.
    return nil
  }

  /// The profile's keys for getting credentials that are not read, as clauses.
  private var unreadNotes: [String] {
    misspeltKeys.filter(\.meant.isOfCredentials).map { written, meant in
      "\(written.key.text) (line \(written.line)) is not read, write \(meant.text)"
    }
      + foreignKeys.map { key, property in
        "\(key.text) (line \(property.line)) is not read, \(key.clause)"
      }
  }

  /// A sentence, with a space before it, about a key that is not read while one of these is
  /// missing.
  func note(missing keys: [KnownKey]) -> String {
    if let (written, meant) = misspeltKeys.first(where: { keys.contains($0.meant) }) {
      return " \(written.key.text) (line \(written.line)) is not read: write \(meant.text)."
    }
    if keys.contains(.sourceProfile), let included = inclusion.first?.profiles.first {
      return
        " include_profile does not take access keys: to use those of \(included), write "
        + "source_profile = \(included) too."
    }
    guard let (key, property) = foreignKeys.first else { return "" }
    return " \(key.text) (line \(property.line)) is not read: \(key.reason)"
  }
}

extension Section {
  /// A sentence, with a space before it, about a key that is not read while one of these is
  /// missing.
  func note(missing keys: [KnownKey]) -> String {
    guard let (written, meant) = properties.misspeltKeys.first(where: { keys.contains($0.meant) })
    else { return "" }
    return " \(written.key.text) (line \(written.line)) is not read: write \(meant.text)."
  }
}
