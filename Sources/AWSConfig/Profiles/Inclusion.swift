/// The properties that a profile takes from others with aws-vault's key `include_profile`.
///
/// As in aws-vault, these are the keys that the profile lacks, from the included profile, then from
/// the profile that that one includes. The AWS CLI does not know the key. Access keys are never
/// taken, since aws-vault stores them by the profile's name.
struct Inclusion: Sendable, Hashable {
  private(set) var properties = Properties()
  /// The included profiles, nearest first.
  private(set) var profiles: [String] = []
  /// The name of an included profile that does not exist, and the profile that includes it.
  private(set) var missing: (name: String, by: String)?
  /// The names of an inclusion loop, the last one twice; nil if there is none.
  private(set) var circle: [String]?

  /// Nil for a profile that does not include another.
  init?(of profile: Profile, _ find: (String) -> Profile?) {
    var next = profile
    var visited = [profile.name]
    while let name = next.config.text(.includeProfile), !name.isEmpty {
      if visited.contains(name) {
        circle = visited + [name]
        return
      }
      guard let included = find(name) else {
        missing = (name, next.name)
        return
      }
      visited.append(name)
      profiles.append(name)
      take(from: included, into: profile)
      next = included
    }
    if profiles.isEmpty { return nil }
  }

  private mutating func take(from included: Profile, into profile: Profile) {
    for property in included.config.all {
      guard case .known(let key) = property.key, key.isIncluded, !hasAnswer(to: key, profile),
        !(key == .sourceProfile && property.value == .text(profile.name))
      else { continue }
      properties.set(property)
    }
  }

  /// True if the profile, or a nearer one, already sets the key or another key with the same
  /// purpose.
  private func hasAnswer(to key: KnownKey, _ profile: Profile) -> Bool {
    func has(_ key: KnownKey) -> Bool { profile.has(key) || properties.has(key) }
    return switch key {
    case .ssoStartURL, .ssoRegion, .ssoRegistrationScopes: has(key) || has(.ssoSession)
    case .sourceProfile: has(key) || has(.credentialSource)
    case .accessKeyID, .secretAccessKey, .sessionToken, .securityToken, .accountID, .roleARN,
      .credentialSource, .externalID, .mfaSerial, .mfaProcess, .durationSeconds, .roleSessionName,
      .webIdentityTokenFile, .credentialProcess, .ssoSession, .ssoAccountID, .ssoRoleName,
      .loginSession, .region, .output, .services, .endpointURL, .ignoreConfiguredEndpointURLs,
      .useFIPSEndpoint, .useDualStackEndpoint, .caBundle, .maxAttempts, .retryMode, .displayName,
      .display, .color, .colour, .group, .shortcut, .confirm, .readOnly, .samlAssertionFile,
      .samlAssertionProcess, .samlPrincipalARN, .metadataEndpoint, .metadataEndpointMode,
      .metadataV1Disabled, .metadataTimeout, .metadataAttempts, .metadataUseIPv6, .includeProfile:
      has(key)
    }
  }

  static func == (one: Inclusion, other: Inclusion) -> Bool {
    one.properties == other.properties && one.profiles == other.profiles
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(properties)
    hasher.combine(profiles)
  }
}

extension KnownKey {
  /// The keys that aws-vault takes from an included profile (its README, "Config").
  fileprivate var isIncluded: Bool {
    switch self {
    case .mfaSerial, .mfaProcess, .roleARN, .externalID, .region, .roleSessionName,
      .durationSeconds, .sourceProfile, .ssoSession, .ssoStartURL, .ssoRegion,
      .ssoRegistrationScopes, .ssoAccountID, .ssoRoleName, .webIdentityTokenFile,
      .credentialProcess:
      true
    case .accessKeyID, .secretAccessKey, .sessionToken, .securityToken, .accountID,
      .credentialSource, .loginSession, .output, .services, .endpointURL,
      .ignoreConfiguredEndpointURLs, .useFIPSEndpoint, .useDualStackEndpoint, .caBundle,
      .maxAttempts, .retryMode, .displayName, .display, .color, .colour, .group, .shortcut,
      .confirm, .readOnly, .samlAssertionFile, .samlAssertionProcess, .samlPrincipalARN,
      .metadataEndpoint, .metadataEndpointMode, .metadataV1Disabled, .metadataTimeout,
      .metadataAttempts, .metadataUseIPv6, .includeProfile:
      false
    }
  }
}

extension SharedConfig {
  /// A sentence without its full stop for each profile of a chain that takes keys from another.
  package func inclusions(of chain: RoleChain) -> [String] {
    chain.profiles.compactMap { profile($0)?.inclusions }
  }
}

extension Profile {
  /// A sentence about the keys that the profile takes from others; nil if it takes none.
  fileprivate var inclusions: String? {
    guard let inclusion = inclusion.first, !inclusion.properties.all.isEmpty else { return nil }
    return
      "Profile \(name) includes \(inclusion.profiles.joined(separator: ", ")) "
      + "(include_profile, as aws-vault reads it; the AWS CLI does not): "
      + inclusion.properties.all.map(\.key.text).joined(separator: ", ")
  }
}
