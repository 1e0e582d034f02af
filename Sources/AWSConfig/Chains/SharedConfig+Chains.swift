package import Accounts
import Secrets

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

extension SharedConfig {
  /// True where two or more profiles assume their first role with the chain's own long-lived access key and its MFA
  /// device, so that one session of that device can serve them all.
  package func sharesDevice(_ chain: RoleChain, environment: [String: String]) -> Bool {
    guard let device = chain.hops.first?.mfaSerial, let key = chain.base.longLivedKeyID else {
      return false
    }
    // Only where the device is named is a chain looked for: there may be thousands of profiles.
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
  /// The id of an access key that has no session token; nil for all else.
  fileprivate var longLivedKeyID: String? {
    switch self {
    case .staticKeys(let keys, _), .environment(let keys):
      keys.sessionToken == nil ? keys.accessKeyID : nil
    default: nil
    }
  }
}

extension SharedConfig {
  /// A remark for each chain that goes through more roles than are followed, at the profile that it begins with.
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

  /// The profiles whose chains are not followed to their ends, with the first that is left out.
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

  /// How many roles the chain of each profile has; each profile is looked at once, also where some go in a circle.
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
