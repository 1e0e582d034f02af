package import Accounts

/// Why there is no chain behind a profile.
package enum ChainProblem: Error, Sendable, Hashable {
  case noSuchProfile(String, chosenBy: String?, nearest: [String])
  case noCredentials(profile: Profile)
  /// No profile is chosen, there is no `[default]`, and the environment holds nothing.
  case noCredentialsAnywhere([String])
  case halfAnAccessKey(profile: String, missing: KnownKey, Origin)
  case halfAnAccessKeyInEnvironment
  case notATime(String)
  case roleWithoutSource(profile: Profile)
  case roleWithTwoSources(profile: Profile)
  case noSuchSource(String, profile: Profile, nearest: [String])
  case sourceWithoutCredentials(Profile, of: Profile)
  /// The profiles in the order they were visited, the last one for the second time.
  case loop([String], Origin)
  case unknownCredentialSource(String, profile: Profile)
  case emptyEnvironmentSource(profile: Profile)
  case notARole(ARNFault, hop: RoleHop)
  case webIdentityWithoutRole(profile: Profile)
  case noSuchSSOSession(String, profile: Profile, nearest: [String])
  case ssoKeysMissing([KnownKey], profile: Profile)
  case ssoContradiction(KnownKey, profile: Profile, session: Section)
  case noSuchServices(String, profile: Profile, nearest: [String])
}
