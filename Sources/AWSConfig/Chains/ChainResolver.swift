import Accounts

/// Follows source profiles from the selected profile to the credentials that a chain starts with.
///
///     selected: role_arn ──▶ source_profile: role_arn ──▶ source_profile: keys, sso, process …
///
/// In the selected profile a role wins over an access key; in later profiles the access key wins.
struct ChainResolver {
  private let config: SharedConfig
  private let environment: [String: String]
  private let selected: Profile
  private let isAmbient: Bool
  private var visited: [String]
  // The selected profile's hop comes first; a chain has the opposite order.
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

  /// The chain; nil if the selected profile has no credentials.
  mutating func chain() throws(ChainError) -> RoleChain? {
    try checkInclusion(of: selected)
    let base = selected.assumesRole ? try source(of: selected) : try ownBase(of: selected)
    guard let base else { return nil }
    for hop in hops { try hop.check() }
    inheritCodePrograms()
    return RoleChain(profile: selected.name, base: base, hops: hops.reversed())
  }

  /// The credentials that a profile's role is assumed with.
  private mutating func source(of profile: Profile) throws(ChainError) -> CredentialSource {
    var profile = profile
    // A loop instead of recursion, since the file decides how long a chain is.
    while true {
      guard hops.count < RoleChain.longest else {
        throw .tooManyRoles(profile: selected, last: profile)
      }
      hops.append(RoleHop(profile))
      switch (profile.text(.sourceProfile), profile.text(.credentialSource)) {
      case (nil, nil): throw .roleWithoutSource(profile: profile)
      case (_?, _?): throw .roleWithTwoSources(profile: profile)
      case (nil, let name?): return try namedSource(name, of: profile)
      case (let name?, nil):
        let source = try sourceProfile(name, of: profile)
        guard source.assumesRole, !source.hasStaticKeys else {
          return try firstBase(source, of: profile)
        }
        profile = source
      }
    }
  }

  /// The source profile of a role's profile; throws if it was visited before.
  private mutating func sourceProfile(
    _ name: String, of profile: Profile
  ) throws(ChainError) -> Profile {
    guard let source = config.profile(name) else {
      throw .noSuchSource(name, profile: profile, config.hint(for: name, .profile))
    }
    // A profile can be its own source if it has an access key beside its role.
    let isOwnSource = name == profile.name && source.hasStaticKeys
    if visited.contains(name), !isOwnSource {
      throw .loop(visited + [name], profile.place(of: .sourceProfile))
    }
    visited.append(name)
    try checkInclusion(of: source)
    return source
  }

  private func checkInclusion(of profile: Profile) throws(ChainError) {
    if let circle = profile.inclusion.first?.circle {
      throw .inclusionLoop(circle, profile.place(of: .includeProfile))
    }
  }

  private func firstBase(_ source: Profile, of profile: Profile) throws(ChainError)
    -> CredentialSource
  {
    guard let base = try ownBase(of: source) else {
      throw .sourceWithoutCredentials(source, of: profile)
    }
    return base
  }

  private func namedSource(_ name: String, of profile: Profile) throws(ChainError)
    -> CredentialSource
  {
    switch name {
    case "Environment":
      guard let credentials = try environmentCredentials(environment) else {
        throw .emptyEnvironmentSource(profile: profile)
      }
      return .environment(credentials)
    case "EcsContainer":
      guard
        let source = try ContainerSource(environment: environment, profile: profile.name)
      else { throw .emptyContainerSource(profile: profile) }
      return .container(source)
    case "Ec2InstanceMetadata":
      return .instanceMetadata(
        try MetadataSource(profile: profile, environment: environment, selected: selected))
    default: throw .unknownCredentialSource(name, profile: profile)
    }
  }
}

// MFA.
extension ChainResolver {
  /// Gives roles without an `mfa_process` that of their source profile, as aws-vault does.
  ///
  /// A source profile with another MFA device is left out.
  private mutating func inheritCodePrograms() {
    for place in hops.indices.reversed() where hops[place].mfaProcess == nil {
      guard let device = hops[place].mfaSerial,
        let source = config.profile(hops[place].profile)?.nonEmpty(.sourceProfile).flatMap(
          config.profile),
        let program = source.nonEmpty(.mfaProcess)
          ?? hops.first(where: { $0.profile == source.name })?.mfaProcess,
        source.nonEmpty(.mfaSerial) ?? device == device
      else { continue }
      hops[place].mfaProcess = program
    }
  }
}

// Without roles.
extension ChainResolver {
  private func ownBase(of profile: Profile) throws(ChainError) -> CredentialSource? {
    let web = WebIdentityReader(
      environment: isAmbient && hops.isEmpty ? environment : [:], profile: profile)
    let tokenFile = web.tokenFile
    switch profile.ownKind(tokenFile: tokenFile) {
    case .webIdentity: return .webIdentity(try web.source(tokenFile ?? ""))
    case .saml: return .saml(try SAMLSource(profile))
    case .sso: return .sso(try config.ssoSource(of: profile))
    case .login: return .login(try LoginSource(profile))
    case .process: return .process(try ProcessSource(profile))
    case .staticKeys:
      return try profile.staticKeys().map { .staticKeys($0, profile: profile.name) }
    case .assumeRole, .environment, .container, .instanceMetadata, nil: return nil
    }
  }
}
