import Text

/// A key of another tool that says how to get credentials, and is not read here.
package struct ForeignKey: Sendable, Hashable {
  let text: String
  private let tool: String
  private let instead: String?

  /// Nil for a key that no tool known here gets credentials by.
  init?(_ text: String) {
    if let known = Self.known[text] {
      (self.text, tool, instead) = (text, known.tool, known.instead)
    } else if let tool = Self.prefixes.first(where: { text.hasPrefix($0.prefix) })?.tool {
      (self.text, self.tool, instead) = (text, tool, nil)
    } else {
      return nil
    }
  }

  /// Whose key it is, and what to do; sentences, the first of which is a clause.
  var reason: String {
    "\(clause)." + (instead.map { " \($0)" } ?? "")
  }

  /// Whose key it is.
  var clause: String { "it is \(tool)'s alone" }

  /// True for a key that replaces nothing else: what it says is lost although the profile has credentials.
  var isAlwaysReported: Bool { text == "parent_profile" }

  private static let known: [String: (tool: String, instead: String)] = [
    "parent_profile": ("aws-vault", "Write include_profile, which took its place."),
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
    ("okta_", "Okta's tools"), ("aws_saml_url", "aws-okta"), ("gimme_creds_", "gimme-aws-creds"),
  ]
}

extension Profile {
  /// The keys of other tools that say how to get credentials, in file order.
  var foreignKeys: [(key: ForeignKey, property: Property)] {
    (config.all + credentials.all).compactMap { property in
      guard case .other(let text) = property.key else { return nil }
      return ForeignKey(text).map { ($0, property) }
    }
  }
}

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

extension Profile {
  /// What would have to be added, where something suggests what was wanted.
  var missingPart: String {
    if let hint = hintOfCredentials { return hint }
    if has(.ssoSession) { return ": with sso_session go sso_account_id and sso_role_name" }
    return ", neither keys nor a way to get them"
  }

  /// True for a profile that was most likely meant to hold credentials, and holds none.
  var seemsIncomplete: Bool { kind == nil && hintOfCredentials != nil }

  private var hintOfCredentials: String? {
    if let unread = unreadNotes.first { return ": " + unread }
    if has(.secretAccessKey) { return ": aws_access_key_id is missing" }
    if has(.sourceProfile) { return ": with source_profile goes a role_arn" }
    if has(.credentialSource) { return ": with credential_source goes a role_arn" }
    // Some programs want the token of a login alone, so that this is no mistake.
    return nil
  }

  /// The keys of the profile that are not read and would say how to get credentials; clauses.
  private var unreadNotes: [String] {
    misspeltKeys.filter(\.meant.isOfCredentials).map { written, meant in
      "\(written.key.text) (line \(written.line)) is not read, write \(meant.text)"
    }
      + foreignKeys.map { key, property in
        "\(key.text) (line \(property.line)) is not read, \(key.clause)"
      }
  }

  /// A sentence, with a space before it, for who misses some of these keys and finds another that is not read.
  func note(missing keys: [KnownKey]) -> String {
    if let (written, meant) = misspeltKeys.first(where: { keys.contains($0.meant) }) {
      return " \(written.key.text) (line \(written.line)) is not read: write \(meant.text)."
    }
    if keys.contains(.sourceProfile), let included = inclusion.first?.profiles.first {
      return
        " include_profile takes no access keys: write source_profile = \(included) too, where its are meant."
    }
    guard let (key, property) = foreignKeys.first else { return "" }
    return " \(key.text) (line \(property.line)) is not read: \(key.reason)"
  }
}

extension Section {
  /// A sentence, with a space before it, for who misses some of these keys and finds another that is not read.
  func note(missing keys: [KnownKey]) -> String {
    guard let (written, meant) = properties.misspeltKeys.first(where: { keys.contains($0.meant) })
    else { return "" }
    return " \(written.key.text) (line \(written.line)) is not read: write \(meant.text)."
  }
}
