package import Accounts
import Secrets

extension SharedConfig {
  /// The chain of a named profile, as with `aws --profile NAME`; throws `ChainError`.
  ///
  /// The environment's credentials and web identity are ignored, unless a `credential_source` names
  /// the environment.
  package func chain(
    for profile: String, environment: [String: String]
  ) throws(ChainError) -> RoleChain {
    let profile = try existingProfile(profile)
    var resolver = ChainResolver(self, environment, from: profile)
    guard let chain = try resolver.chain() else { throw .noCredentials(profile: profile) }
    return chain
  }

  /// The chain that the AWS CLI uses without `--profile`; throws `ChainError`.
  ///
  /// The order is: the environment's credentials, the profile that it selects, the container's
  /// endpoint.
  package func ambientChain(environment: [String: String]) throws(ChainError) -> RoleChain {
    // A profile that does not exist is an error even if the environment's credentials would win.
    let chosen = try chosenProfile(environment: environment)
    if let credentials = try environmentCredentials(environment) {
      return RoleChain(profile: nil, base: .environment(credentials))
    }
    let profile = chosen ?? Profile(name: "default")
    var resolver = ChainResolver(self, environment, from: profile, isAmbient: true)
    if var chain = try resolver.chain() {
      chain.profile = chosen?.name
      return chain
    }
    if let source = try ContainerSource(environment: environment) {
      return RoleChain(profile: chosen?.name, base: .container(source))
    }
    // Instance metadata is used only with a credential_source: on other machines the request would
    // take seconds to fail.
    throw chosen.map { .noCredentials(profile: $0) } ?? .noCredentialsAnywhere(profileNames)
  }
}

extension SharedConfig {
  /// True if two or more profiles use the chain's long-term access key and MFA device for their
  /// first role, so that one session can serve them all.
  package func sharesDevice(_ chain: RoleChain, environment: [String: String]) -> Bool {
    guard let device = chain.hops.first?.mfaSerial, let key = chain.base.longLivedKeyID else {
      return false
    }
    // Resolves only chains of profiles with that device: there may be thousands of profiles.
    var count = 0
    for profile in profiles where profile.text(.mfaSerial) == device {
      guard let other = try? self.chain(for: profile.name, environment: environment),
        other.hops.first?.mfaSerial == device, other.base.longLivedKeyID == key
      else { continue }
      count += 1
      if count == 2 { return true }
    }
    return false
  }
}

extension CredentialSource {
  /// The ID of an access key without a session token; nil for other credentials.
  fileprivate var longLivedKeyID: String? {
    switch self {
    case .staticKeys(let credentials, _), .environment(let credentials):
      credentials.sessionToken == nil ? credentials.accessKeyID : nil
    case .webIdentity, .saml, .sso, .process, .login, .container, .instanceMetadata: nil
    }
  }
}

extension SharedConfig {
  /// A diagnostic for each chain that is too long, at the profile that it begins with.
  package var longChains: [Diagnostic] {
    let counts = roleCounts
    let sources = Set(profiles.compactMap { $0.nonEmpty(.sourceProfile) })
    return profiles.compactMap { profile in
      guard !sources.contains(profile.name), counts[profile.name, default: 0] > RoleChain.longest
      else { return nil }
      do throws(ChainError) {
        _ = try chain(for: profile.name, environment: [:])
        return nil
      } catch {
        guard case .tooManyRoles = error else { return nil }
        return Diagnostic(profile.place(of: .sourceProfile), error.description)
      }
    }
  }

  /// The profiles whose chains are too long, each with the first profile that is left out.
  var longChainsByName: [String: Profile] {
    var long: [String: Profile] = [:]
    for (name, count) in roleCounts where count > RoleChain.longest {
      var last = profile(name)
      for _ in 0..<RoleChain.longest {
        last = last?.nonEmpty(.sourceProfile).flatMap { profile($0) }
      }
      long[name] = last
    }
    return long
  }

  /// The number of roles in each profile's chain; visits each profile once, even in loops.
  private var roleCounts: [String: Int] {
    var counts: [String: Int] = [:]
    for profile in profiles {
      var passed: [String] = []
      var next: Profile? = profile
      var count = 0
      while let one = next {
        if let known = counts[one.name] {
          count = known
          break
        }
        counts[one.name] = 0
        passed.append(one.name)
        next =
          one.assumesRole ? one.nonEmpty(.sourceProfile).flatMap { self.profile($0) } : nil
        if !one.assumesRole { passed.removeLast() }
      }
      for name in passed.reversed() {
        count += 1
        counts[name] = count
      }
    }
    return counts
  }
}
