package import Accounts
package import Secrets

/// Why there is no chain behind a profile.
package enum ChainError: Error, Sendable, Hashable {
  case noSuchProfile(String, chosenBy: String?, NameHint)
  case noCredentials(profile: Profile)
  /// No profile is chosen, there is no `[default]`, and the environment holds nothing.
  case noCredentialsAnywhere([String])
  case halfAnAccessKey(profile: String, missing: KnownKey, Origin)
  case halfAnAccessKeyInEnvironment
  /// A part holds control characters, or bytes that are not UTF-8.
  case unusableKey(profile: String, AWSCredentials.Part, Origin)
  case unusableKeyInEnvironment(AWSCredentials.Part)
  case notATime(String)
  case roleWithoutSource(profile: Profile)
  case roleWithTwoSources(profile: Profile)
  case noSuchSource(String, profile: Profile, NameHint)
  case sourceWithoutCredentials(Profile, of: Profile)
  /// The profiles in the order they were visited, the last one for the second time.
  case loop([String], Origin)
  /// The same of `include_profile`.
  case inclusionLoop([String], Origin)
  /// The chain of a profile goes further than `RoleChain.longest`; `last` is the first profile left out.
  case tooManyRoles(profile: Profile, last: Profile)
  case unknownCredentialSource(String, profile: Profile)
  case emptyEnvironmentSource(profile: Profile)
  case emptyContainerSource(profile: Profile)
  case metadataDisabled(profile: Profile)
  case badMetadataEndpoint(String)
  case badMetadataMode(String)
  case badContainerAddress(variable: String, ContainerAddressError)
  case containerTokenHasLines
  case notARole(ARNError, profile: String, Origin)
  case notARoleInEnvironment(ARNError)
  case webIdentityWithoutRole(profile: Profile)
  case webIdentityWithoutRoleInEnvironment
  case samlWithoutRole(profile: Profile)
  /// The key is `source_profile` or `credential_source`.
  case samlWithSource(KnownKey, profile: Profile)
  case samlTwice(profile: Profile)
  case notASAMLProvider(String, profile: Profile)
  /// A key that must say something says nothing.
  case empty(KnownKey, profile: Profile)
  /// The command of that key cannot be split into words.
  case openQuote(KnownKey, profile: Profile)
  case noSuchSSOSession(String, profile: Profile, NameHint)
  case ssoKeysMissing([KnownKey], profile: Profile)
  case ssoContradiction(KnownKey, profile: Profile, session: Section)
  case ssoSessionKeysMissing([KnownKey], session: Section)
  case noSuchLogin(String, nearest: [String])
  case needsNoLogin(profile: Profile, base: Entry.Kind)
  case noSuchServices(String, profile: Profile, NameHint)
}

extension ChainError {
  /// True where something that is named is not there, so that it may stand in a file that was not read.
  package var meansMissing: Bool {
    switch self {
    case .noSuchProfile, .noCredentialsAnywhere, .noSuchSource, .noSuchSSOSession, .noSuchLogin,
      .noSuchServices:
      true
    default: false
    }
  }
}

/// Why a container's credentials are not fetched from the address that a variable holds.
package enum ContainerAddressError: Sendable, Hashable {
  case notAPath
  case notAnAddress
  case foreignHost(String)
}
