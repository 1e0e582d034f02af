/// What a profile takes from others by `include_profile`, a key of aws-vault's, read as aws-vault does: the keys that
/// the profile has not, from the included one, then from the one that it includes.
///
/// The AWS CLI does not know the key. Access keys are never taken, as aws-vault keeps them by the profile's name.
struct Inclusion: Sendable, Hashable {
  private(set) var properties = Properties()
  /// The included profiles, nearest first.
  private(set) var profiles: [String] = []
  /// A name that no profile has, and the profile that includes it.
  private(set) var missing: (name: String, by: String)?
  /// The names that lead back to one of them, where they do.
  private(set) var circle: [String]?

  /// Nil for a profile that includes no other.
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

  /// True where the profile, or one nearer to it, says what the key does, by this or by another one.
  private func hasAnswer(to key: KnownKey, _ profile: Profile) -> Bool {
    func has(_ key: KnownKey) -> Bool { profile.has(key) || properties.has(key) }
    return switch key {
    case .ssoStartURL, .ssoRegion, .ssoRegistrationScopes: has(key) || has(.ssoSession)
    case .sourceProfile: has(key) || has(.credentialSource)
    default: has(key)
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
    default: false
    }
  }
}

extension SharedConfig {
  /// A sentence, without its full stop, for each profile of a chain that takes something from another.
  package func inclusions(of chain: RoleChain) -> [String] {
    chain.profiles.compactMap { profile($0)?.inclusions }
  }
}

extension Profile {
  /// What is taken from other profiles by `include_profile`, to say so; nil where nothing is.
  fileprivate var inclusions: String? {
    guard let inclusion = inclusion.first, !inclusion.properties.all.isEmpty else { return nil }
    return
      "Profile \(name) includes \(inclusion.profiles.joined(separator: ", ")) (include_profile, as aws-vault reads it; "
      + "the AWS CLI does not): \(inclusion.properties.all.map(\.key.text).joined(separator: ", "))"
  }
}
