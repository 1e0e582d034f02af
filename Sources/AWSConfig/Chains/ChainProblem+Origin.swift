package import Accounts

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
