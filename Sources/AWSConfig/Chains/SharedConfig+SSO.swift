import Accounts

extension SharedConfig {
  /// Throws `ChainProblem` where a profile that uses Identity Center lacks or contradicts something.
  func checkSSO(of profile: Profile) throws(ChainProblem) {
    let session = try ssoSession(of: profile)
    if let session { try checkAgreement(profile, session) }
    let missing: [KnownKey] =
      [.ssoAccountID, .ssoRoleName].filter { !profile.has($0) }
      + [.ssoStartURL, .ssoRegion].filter {
        !profile.has($0) && session?.properties.has($0) != true
      }
    guard missing.isEmpty else { throw .ssoKeysMissing(missing, profile: profile) }
  }

  private func ssoSession(of profile: Profile) throws(ChainProblem) -> Section? {
    guard let name = profile.text(.ssoSession) else { return nil }
    if let session = ssoSessions.first(where: { $0.name == name }) { return session }
    let near = nearest(to: name, among: ssoSessions.map(\.name))
    throw .noSuchSSOSession(name, profile: profile, nearest: near)
  }

  private func checkAgreement(_ profile: Profile, _ session: Section) throws(ChainProblem) {
    for key in [KnownKey.ssoStartURL, .ssoRegion, .ssoRegistrationScopes] {
      guard let ours = profile.text(key), let theirs = session.properties.text(key) else {
        continue
      }
      if ours != theirs { throw .ssoContradiction(key, profile: profile, session: session) }
    }
  }
}
