import Accounts

extension SharedConfig {
  /// The chain behind a named profile, as `aws --profile NAME` finds it; throws `ChainError`.
  ///
  /// The environment's own keys and web identity do not count here, but a `credential_source` may want them.
  package func chain(
    for profile: String, environment: [String: String]
  ) throws(ChainError) -> RoleChain {
    let profile = try existingProfile(profile)
    var walk = ChainResolver(self, environment, from: profile)
    guard let chain = try walk.chain() else { throw .noCredentials(profile: profile) }
    return chain
  }

  /// The chain that the AWS CLI would use with no profile named; throws `ChainError`.
  ///
  /// The environment's keys come first, then the profile it chooses, then the container's endpoint.
  package func ambientChain(environment: [String: String]) throws(ChainError) -> RoleChain {
    // A profile that does not exist is an error even where the keys would win.
    let chosen = try chosenProfile(environment: environment)
    if let keys = try environmentKeys(environment) {
      return RoleChain(profile: nil, base: .environment(keys))
    }
    let profile = chosen ?? Profile(name: "default")
    var walk = ChainResolver(self, environment, from: profile, isAmbient: true)
    if var chain = try walk.chain() {
      chain.profile = chosen?.name
      return chain
    }
    if let source = try ContainerSource(environment: environment) {
      return RoleChain(profile: chosen?.name, base: .container(source))
    }
    // Instance metadata is asked only by a credential_source: elsewhere each miss would cost seconds.
    throw chosen.map { .noCredentials(profile: $0) } ?? .noCredentialsAnywhere(profileNames)
  }
}
