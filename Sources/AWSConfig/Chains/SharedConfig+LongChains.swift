package import Accounts

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
