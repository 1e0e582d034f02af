import Accounts

/// Follows source profiles from the selected profile down to the credentials that a chain starts with.
///
///     selected: role_arn ──▶ source_profile: role_arn ──▶ source_profile: keys, sso, process …
///
/// A role beats the stored keys of the selected profile, but a later profile's keys beat its role.
struct ChainWalk {
  private let config: SharedConfig
  private let environment: [String: String]
  private let selected: Profile
  private let isAmbient: Bool
  private var visited: [String]
  // The selected profile's first; a chain has them the other way round.
  private var hops: [RoleHop] = []

  init(
    _ config: SharedConfig, _ environment: [String: String], from selected: Profile,
    isAmbient: Bool = false
  ) {
    self.config = config
    self.environment = environment
    self.selected = selected
    self.isAmbient = isAmbient
    visited = [selected.name]
  }

  /// The chain; nil where the selected profile holds no credentials.
  mutating func chain() throws(ChainProblem) -> RoleChain? {
    let base = selected.assumesRole ? try source(of: selected) : try ownBase(of: selected)
    guard let base else { return nil }
    for hop in hops { try hop.check() }
    return RoleChain(profile: selected.name, base: base, hops: hops.reversed())
  }

  /// The credentials that a profile's role is assumed with.
  private mutating func source(of profile: Profile) throws(ChainProblem) -> Base {
    hops.append(RoleHop(profile))
    switch (profile.text(.sourceProfile), profile.text(.credentialSource)) {
    case (nil, nil): throw .roleWithoutSource(profile: profile)
    case (_?, _?): throw .roleWithTwoSources(profile: profile)
    case (nil, let name?): return try namedSource(name, of: profile)
    case (let name?, nil): return try sourceProfile(name, of: profile)
    }
  }

  private mutating func sourceProfile(
    _ name: String, of profile: Profile
  ) throws(ChainProblem) -> Base {
    guard let source = config.profile(name) else {
      throw .noSuchSource(name, profile: profile, nearest: config.names(near: name))
    }
    // A profile may be its own source, where it holds keys beside its role.
    let isOwnSource = name == profile.name && source.hasStaticKeys
    if visited.contains(name), !isOwnSource {
      throw .loop(visited + [name], profile.place(of: .sourceProfile))
    }
    visited.append(name)
    if source.assumesRole, !source.hasStaticKeys { return try self.source(of: source) }
    guard let base = try ownBase(of: source) else {
      throw .sourceWithoutCredentials(source, of: profile)
    }
    return base
  }

  private func namedSource(_ name: String, of profile: Profile) throws(ChainProblem) -> Base {
    switch name {
    case "Environment":
      guard let keys = try environmentKeys(environment) else {
        throw .emptyEnvironmentSource(profile: profile)
      }
      return .environment(keys)
    case "EcsContainer": return .later(.container, profile: profile.name)
    case "Ec2InstanceMetadata": return .later(.instanceMetadata, profile: profile.name)
    default: throw .unknownCredentialSource(name, profile: profile)
    }
  }
}

// Without roles.
extension ChainWalk {
  private func ownBase(of profile: Profile) throws(ChainProblem) -> Base? {
    let tokenFile = setting("AWS_WEB_IDENTITY_TOKEN_FILE", .webIdentityTokenFile, of: profile)
    guard let kind = profile.ownKind(tokenFile: tokenFile) else { return nil }
    switch kind {
    case .staticKeys: return try profile.staticKeys().map { .staticKeys($0, profile: profile.name) }
    case .webIdentity:
      guard setting("AWS_ROLE_ARN", .roleARN, of: profile)?.isEmpty == false else {
        throw .webIdentityWithoutRole(profile: profile)
      }
    case .sso: try config.checkSSO(of: profile)
    default: break
    }
    return .later(kind, profile: profile.name)
  }

  /// A web identity's setting: the environment's wins, but only where no profile was named, and never for a source.
  private func setting(_ variable: String, _ key: KnownKey, of profile: Profile) -> String? {
    let isFree = isAmbient && hops.isEmpty
    return (isFree ? environment[variable] : nil) ?? profile.text(key)
  }
}
