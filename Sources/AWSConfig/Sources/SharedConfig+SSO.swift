import Accounts

extension SharedConfig {
  /// The role that a profile names at Identity Center; throws `ChainError` where it lacks or contradicts something.
  func ssoSource(of profile: Profile) throws(ChainError) -> SSOSource {
    let session = try ssoSession(of: profile)
    if let session { try checkLoginKeys(profile, session) }
    let missing =
      [KnownKey.ssoAccountID, .ssoRoleName].filter { profile.nonEmpty($0) == nil }
      + missingLoginKeys(profile, session)
    guard missing.isEmpty else { throw .ssoKeysMissing(missing, profile: profile) }
    return SSOSource(
      profile: profile.name, login: SSOLogin(profile, session),
      accountID: profile.text(.ssoAccountID) ?? "", roleName: profile.text(.ssoRoleName) ?? "")
  }

  /// The login that a profile names, whether or not it also names a role; throws `ChainError`.
  func ssoLogin(of profile: Profile) throws(ChainError) -> SSOLogin {
    let session = try ssoSession(of: profile)
    if let session { try checkLoginKeys(profile, session) }
    let missing = missingLoginKeys(profile, session)
    guard missing.isEmpty else { throw .ssoKeysMissing(missing, profile: profile) }
    return SSOLogin(profile, session)
  }

  private func ssoSession(of profile: Profile) throws(ChainError) -> Section? {
    guard let name = profile.text(.ssoSession) else { return nil }
    guard let session = ssoSessions.first(where: { $0.name == name }) else {
      throw .noSuchSSOSession(name, profile: profile, hint(for: name, .ssoSession))
    }
    for key in [KnownKey.ssoStartURL, .ssoRegion, .ssoRegistrationScopes] {
      guard let ours = profile.text(key), let theirs = session.properties.text(key) else {
        continue
      }
      if ours != theirs { throw .ssoContradiction(key, profile: profile, session: session) }
    }
    return session
  }
}

/// Throws where the section is to blame that a profile names.
private func checkLoginKeys(_ profile: Profile, _ session: Section) throws(ChainError) {
  let missing = missingLoginKeys(profile, session)
  if !missing.isEmpty { throw .ssoSessionKeysMissing(missing, session: session) }
}

private func missingLoginKeys(_ profile: Profile, _ session: Section?) -> [KnownKey] {
  [.ssoStartURL, .ssoRegion].filter {
    profile.nonEmpty($0) == nil && session?.properties.text($0)?.isEmpty != false
  }
}

extension SSOLogin {
  /// The login of a profile whose session, where it names one, is this.
  fileprivate init(_ profile: Profile, _ session: Section?) {
    func text(_ key: KnownKey) -> String {
      session?.properties.text(key) ?? profile.text(key) ?? ""
    }
    self.init(
      session: session?.name, startURL: text(.ssoStartURL), region: text(.ssoRegion),
      scopes: session?.scopes)
  }
}

extension Section {
  /// The scopes that a session asks for: separated by commas, empty ones dropped.
  var scopes: [String]? {
    properties.text(.ssoRegistrationScopes).map { text in
      text.split(separator: ",").map { scope in
        scope.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }.filter { !$0.isEmpty }
    }
  }
}
