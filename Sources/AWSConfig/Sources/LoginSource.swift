/// What `aws login` obtained.
package struct LoginSource: Sendable, Hashable {
  package var profile: String
  /// The ARN that `login_session` names, as written.
  package var session: String

  package init(profile: String, session: String) {
    self.profile = profile
    self.session = session
  }
}

extension LoginSource {
  /// The source that a profile describes; throws `ChainError` where it names no session.
  init(_ profile: Profile) throws(ChainError) {
    guard let session = profile.nonEmpty(.loginSession) else {
      throw .empty(.loginSession, profile: profile)
    }
    self.init(profile: profile.name, session: session)
  }
}
