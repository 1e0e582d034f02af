import Text

/// A login to Identity Center, which gives access to role credentials.
package struct SSOLogin: Sendable, Hashable {
  /// The name of the `[sso-session]`.
  ///
  /// Nil for a profile with the older keys, whose token is never refreshed.
  package var session: String?
  package var startURL: String
  package var region: String
  /// The configured scopes; nil if none are configured.
  package var scopes: [String]?

  package init(
    session: String? = nil, startURL: String, region: String, scopes: [String]? = nil
  ) {
    self.session = session
    self.startURL = startURL
    self.region = region
    self.scopes = scopes
  }
}

/// A role in an account, by way of Identity Center.
package struct SSOSource: Sendable, Hashable {
  package var profile: String
  package var login: SSOLogin
  package var accountID: String
  package var roleName: String

  package init(profile: String, login: SSOLogin, accountID: String, roleName: String) {
    self.profile = profile
    self.login = login
    self.accountID = accountID
    self.roleName = roleName
  }
}

extension SharedConfig {
  /// The Identity Center role of a profile; throws `ChainError` if keys are missing or
  /// contradictory.
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

  /// The login of a profile, with or without a role; throws `ChainError`.
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
      guard let own = profile.text(key), let other = session.properties.text(key) else {
        continue
      }
      if own != other { throw .ssoContradiction(key, profile: profile, session: session) }
    }
    return session
  }
}

/// Throws if keys are missing from the section that a profile names.
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
  /// The login of a profile and its session, if it has one.
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
  /// The scopes of a session, which commas separate; empty ones are left out.
  var scopes: [String]? {
    properties.text(.ssoRegistrationScopes).map { text in
      text.split(separator: ",").map { scope in
        scope.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }.filter { !$0.isEmpty }
    }
  }
}

extension SharedConfig {
  /// The login to Identity Center with a name; throws `ChainError`.
  ///
  /// The name is that of an sso-session, or of a profile whose chain starts with Identity Center.
  package func login(named name: String) throws(ChainError) -> SSOLogin {
    if let session = ssoSessions.first(where: { $0.name == name }) { return try login(session) }
    guard let profile = profile(name) else {
      let names = ssoSessions.map(\.name) + profileNames
      throw .noSuchLogin(name, nearest: nearest(to: name, among: names))
    }
    // A profile may name a login without a role, for programs that only need the token.
    if profile.namesLogin { return try ssoLogin(of: profile) }
    let chain = try chain(for: name, environment: [:])
    guard case .sso(let source) = chain.base else {
      throw .needsNoLogin(profile: profile, base: chain.base.kind)
    }
    return source.login
  }

  /// All complete logins to Identity Center, each once.
  ///
  /// The sso-sessions come first, then the logins of profiles with the older keys.
  package var logins: [SSOLogin] {
    let sessions = ssoSessions.compactMap { try? login($0) }
    let older = profiles.lazy.filter { $0.namesLogin && !$0.has(.ssoSession) }
      .compactMap { try? ssoLogin(of: $0) }
    var seen: Set<SSOLogin> = []
    return (sessions + older).filter { seen.insert($0).inserted }
  }

  func login(_ session: Section) throws(ChainError) -> SSOLogin {
    let keys = session.properties
    let missing = [KnownKey.ssoStartURL, .ssoRegion].filter { keys.text($0)?.isEmpty != false }
    guard missing.isEmpty, let url = keys.text(.ssoStartURL), let region = keys.text(.ssoRegion)
    else { throw .ssoSessionKeysMissing(missing, session: session) }
    return SSOLogin(session: session.name, startURL: url, region: region, scopes: session.scopes)
  }
}

extension Profile {
  fileprivate var namesLogin: Bool {
    !assumesRole && (has(.ssoSession) || has(.ssoStartURL))
  }
}
