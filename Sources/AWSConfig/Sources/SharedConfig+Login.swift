import Accounts

extension SharedConfig {
  /// The login to Identity Center that a name stands for: an sso-session, else a profile whose credentials, or those of
  /// the source profile that its roles are assumed with, come from one; throws `ChainError`.
  package func login(named name: String) throws(ChainError) -> SSOLogin {
    if let session = ssoSessions.first(where: { $0.name == name }) { return try login(session) }
    guard let profile = profile(name) else {
      let names = ssoSessions.map(\.name) + profileNames
      throw .noSuchLogin(name, nearest: nearest(to: name, among: names))
    }
    // A profile may name a login without a role, for programs that want the token alone.
    if profile.namesLogin { return try ssoLogin(of: profile) }
    let chain = try chain(for: name, environment: [:])
    guard case .sso(let source) = chain.base else {
      throw .needsNoLogin(profile: profile, base: chain.base.kind)
    }
    return source.login
  }

  /// Every login to Identity Center that is configured whole, each once: the sso-sessions, then those of profiles with
  /// the older keys.
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
