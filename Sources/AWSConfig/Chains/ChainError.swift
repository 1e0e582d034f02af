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

extension ChainError {
  /// Where the files are at fault; nil where the environment or the machine is, so that the same files may be whole
  /// elsewhere.
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

  /// What `config` says of it: its sentence, without the place that stands before it.
  package var diagnostic: Diagnostic? {
    origin.map { Diagnostic($0, description.without(place: $0)) }
  }
}

extension String {
  /// The sentence without the place that is said before it.
  func without(place origin: Origin) -> String {
    guard let range = firstRange(of: " (\(origin.place))") else { return self }
    return replacingCharacters(in: range)
  }

  private func replacingCharacters(in range: Range<String.Index>) -> String {
    String(self[..<range.lowerBound] + self[range.upperBound...])
  }
}

/// A question at the end of a sentence, where there is something to ask.
func didYouMean(_ names: [String]) -> String {
  names.isEmpty ? "" : " Did you mean \(quotedList(names))?"
}

/// Names in quotes, no more than a sentence bears.
func quotedList(_ names: [String]) -> String {
  let quoted = names.prefix(5).map { "'\($0)'" }
  guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
  return quoted.dropLast().joined(separator: ", ") + " or " + last
}

extension Origin {
  /// As it is said.
  package var place: String {
    "\(file):\(line)"
  }
}

extension Profile {
  /// The profile's name, and the place of a key of it, or its own.
  func named(at key: KnownKey? = nil) -> String {
    "'\(name)' (\((key.map { place(of: $0) } ?? origin).place))"
  }
}
