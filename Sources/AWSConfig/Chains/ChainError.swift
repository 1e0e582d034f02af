package import Accounts
package import Secrets

/// Why a profile has no usable chain.
package enum ChainError: Error, Sendable, Hashable {
  case noSuchProfile(String, chosenBy: String?, NameHint)
  case noCredentials(profile: Profile)
  /// No profile is chosen, there is no `[default]`, and the environment has no credentials.
  case noCredentialsAnywhere([String])
  case halfAnAccessKey(profile: String, missing: KnownKey, Origin)
  case halfAnAccessKeyInEnvironment
  /// A part contains control characters, or bytes that are not UTF-8.
  case unusableKey(profile: String, AWSCredentials.Part, Origin)
  case unusableKeyInEnvironment(AWSCredentials.Part)
  case notATime(String)
  case roleWithoutSource(profile: Profile)
  case roleWithTwoSources(profile: Profile)
  case noSuchSource(String, profile: Profile, NameHint)
  case sourceWithoutCredentials(Profile, of: Profile)
  /// The profiles in the order they were visited, the last one for the second time.
  case loop([String], Origin)
  /// The same for `include_profile`.
  case inclusionLoop([String], Origin)
  /// A chain has more roles than `RoleChain.longest`; `last` is the first profile that is left out.
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
  /// A key that must have a value is empty.
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
  /// True if a named section does not exist; it may be in a file that was not read.
  package var meansMissing: Bool {
    switch self {
    case .noSuchProfile, .noCredentialsAnywhere, .noSuchSource, .noSuchSSOSession, .noSuchLogin,
      .noSuchServices:
      true
    case .noCredentials, .halfAnAccessKey, .halfAnAccessKeyInEnvironment, .unusableKey,
      .unusableKeyInEnvironment, .notATime, .roleWithoutSource, .roleWithTwoSources,
      .sourceWithoutCredentials, .loop, .inclusionLoop, .tooManyRoles, .unknownCredentialSource,
      .emptyEnvironmentSource, .emptyContainerSource, .metadataDisabled, .badMetadataEndpoint,
      .badMetadataMode, .badContainerAddress, .containerTokenHasLines, .notARole,
      .notARoleInEnvironment, .webIdentityWithoutRole, .webIdentityWithoutRoleInEnvironment,
      .samlWithoutRole, .samlWithSource, .samlTwice, .notASAMLProvider, .empty, .openQuote,
      .ssoKeysMissing, .ssoContradiction, .ssoSessionKeysMissing, .needsNoLogin:
      false
    }
  }
}

/// Why a container's credentials are not fetched from the address in a variable.
package enum ContainerAddressError: Sendable, Hashable {
  case notAPath
  case notAnAddress
  case foreignHost(String)
}

extension ChainError {
  /// Where the error is in the files.
  ///
  /// Nil if the environment or the machine is the cause, so that the files may work elsewhere.
  package var origin: Origin? {
    switch self {
    case .noCredentials(let profile), .roleWithTwoSources(let profile),
      .ssoKeysMissing(_, let profile), .needsNoLogin(let profile, _):
      profile.origin
    case .roleWithoutSource(let profile), .webIdentityWithoutRole(let profile),
      .samlWithoutRole(let profile), .tooManyRoles(let profile, _):
      profile.place(of: .roleARN)
    case .noSuchSource(_, let profile, _), .sourceWithoutCredentials(_, let profile):
      profile.place(of: .sourceProfile)
    case .unknownCredentialSource(_, let profile): profile.place(of: .credentialSource)
    case .halfAnAccessKey(_, _, let origin), .unusableKey(_, _, let origin), .loop(_, let origin),
      .inclusionLoop(_, let origin),
      .notARole(_, _, let origin):
      origin
    case .samlWithSource(let key, let profile), .empty(let key, let profile),
      .openQuote(let key, let profile), .ssoContradiction(let key, let profile, _):
      profile.place(of: key)
    case .samlTwice(let profile): profile.place(of: .samlAssertionProcess)
    case .notASAMLProvider(_, let profile): profile.place(of: .samlPrincipalARN)
    case .noSuchSSOSession(_, let profile, _): profile.place(of: .ssoSession)
    case .noSuchServices(_, let profile, _): profile.place(of: .services)
    case .ssoSessionKeysMissing(_, let session): session.origin
    case .noSuchProfile, .noCredentialsAnywhere, .halfAnAccessKeyInEnvironment,
      .unusableKeyInEnvironment, .notATime, .emptyEnvironmentSource, .emptyContainerSource,
      .metadataDisabled, .badMetadataEndpoint, .badMetadataMode, .badContainerAddress,
      .containerTokenHasLines, .notARoleInEnvironment, .webIdentityWithoutRoleInEnvironment,
      .noSuchLogin:
      nil
    }
  }

  /// The diagnostic for `config`: the sentence without its place; nil if there is no place.
  package var diagnostic: Diagnostic? {
    origin.map { Diagnostic($0, description.without(place: $0)) }
  }
}

extension String {
  /// The sentence without a place, which is shown before it.
  func without(place origin: Origin) -> String {
    guard let range = firstRange(of: " (\(origin.place))") else { return self }
    return replacingCharacters(in: range)
  }

  private func replacingCharacters(in range: Range<String.Index>) -> String {
    String(self[..<range.lowerBound] + self[range.upperBound...])
  }
}

/// The question "Did you mean …?" with a space before it; empty if there are no names.
func didYouMean(_ names: [String]) -> String {
  names.isEmpty ? "" : " Did you mean \(quotedList(names))?"
}

/// At most five names in quotes, for a sentence.
func quotedList(_ names: [String]) -> String {
  let quoted = names.prefix(5).map { "'\($0)'" }
  guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
  return quoted.dropLast().joined(separator: ", ") + " or " + last
}

extension Origin {
  /// The place as in messages: `file:line`.
  package var place: String {
    "\(file):\(line)"
  }
}

extension Profile {
  /// The profile's name in quotes, and the place of one of its keys, or its own place.
  func named(at key: KnownKey? = nil) -> String {
    "'\(name)' (\((key.map { place(of: $0) } ?? origin).place))"
  }
}
