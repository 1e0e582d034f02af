package import Accounts

/// What AWS's files have that makes entries unusable, or that is not used as it is written.
package struct Problems: Sendable {
  /// By file and line, each once.
  package private(set) var diagnostics: [Diagnostic] = []
  /// The profiles that no credentials can be got with, and those with something that is not used as written.
  package private(set) var unusable: Set<String> = []
  package private(set) var doubtful: Set<String> = []

  private var seen: Set<Diagnostic> = []
  private var loops: Set<Set<String>> = []
}

extension SharedConfig {
  /// Looks at every profile and every sso-session; what only this machine or this environment lacks is no problem of
  /// the files.
  package func problems(environment: [String: String], limits: Limits) -> Problems {
    var problems = Problems()
    problems.look(through: self, environment, limits)
    return problems
  }
}

extension Problems {
  /// So many problems are looked at a second time, for the names that were perhaps meant.
  private static let mostWithNames = 200

  fileprivate mutating func look(
    through shared: SharedConfig, _ environment: [String: String], _ limits: Limits
  ) {
    var quick = shared
    quick.looksForNearNames = false
    let tooLong = quick.namesOfLongChains
    var faulty: Set<String> = []
    for profile in shared.profiles {
      let faults = shared.valueFaults(of: profile, environment, limits)
      for fault in faults { add(fault.diagnostic) }
      if !faults.isEmpty { faulty.insert(profile.name) }
      if faults.contains(where: { $0.makesUnusable(profile) }) { unusable.insert(profile.name) }
    }
    for profile in shared.profiles {
      if tooLong.contains(profile.name) {
        // Said once for each chain (`longChains`).
        unusable.insert(profile.name)
      } else if let problem = quick.chainProblem(of: profile, environment) {
        unusable.insert(profile.name)
        let isNamed = diagnostics.count < Self.mostWithNames
        add(isNamed ? shared.chainProblem(of: profile, environment) ?? problem : problem)
      } else if let chain = try? quick.chain(for: profile.name, environment: environment),
        chain.profiles.contains(where: faulty.contains)
      {
        doubtful.insert(profile.name)
      }
    }
    for session in shared.ssoSessions { add(session, of: shared, environment) }
    doubtful.subtract(unusable)
    diagnostics.sort { ($0.origin.file, $0.origin.line) < ($1.origin.file, $1.origin.line) }
  }

  private mutating func add(
    _ session: Section, of shared: SharedConfig, _ environment: [String: String]
  ) {
    for fault in shared.valueFaults(of: session, environment) { add(fault.diagnostic) }
    do throws(ChainProblem) { _ = try shared.login(session) } catch { add(error) }
  }

  private mutating func add(_ problem: ChainProblem) {
    if case .loop(let visited, _) = problem, let last = visited.last {
      // The same circle is met by each profile that leads into it.
      let circle = Set(visited.drop { $0 != last })
      guard loops.insert(circle).inserted else { return }
    }
    if let diagnostic = problem.diagnostic { add(diagnostic) }
  }

  private mutating func add(_ diagnostic: Diagnostic) {
    if seen.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }
}

extension SharedConfig {
  /// Why no credentials can be got with a profile that was meant to hold some; nil where the files are not to blame.
  fileprivate func chainProblem(
    of profile: Profile, _ environment: [String: String]
  ) -> ChainProblem? {
    guard profile.kind != nil else {
      return profile.seemsToLackSomething ? .noCredentials(profile: profile) : nil
    }
    do throws(ChainProblem) {
      _ = try chain(for: profile.name, environment: environment)
      if profile.has(.services) {
        _ = try callSettings(profile: profile.name, service: "sts", environment: environment)
      }
      return nil
    } catch {
      return error.origin == nil ? nil : error
    }
  }

  /// What of a profile's values is not as it should be.
  fileprivate func valueFaults(
    of profile: Profile, _ environment: [String: String], _ limits: Limits
  ) -> [PlacedFault] {
    profile.valueFaults(asksAWS: !hasOwnEndpoint(profile, environment), limits)
  }

  fileprivate func valueFaults(
    of session: Section, _ environment: [String: String]
  ) -> [PlacedFault] {
    session.valueFaults(asksAWS: !hasOwnEndpoint(nil, environment))
  }

  /// True where some service is asked at an address that the user has configured.
  private func hasOwnEndpoint(_ profile: Profile?, _ environment: [String: String]) -> Bool {
    let lookup = SettingLookup(environment: environment, profile: profile)
    return ["sts", "sso"].contains { service in
      // A services section that is not there is somebody else's complaint.
      (try? endpointURL(service, lookup)).flatMap(\.self) != nil
    }
  }

  /// What of the values that a chain is made of is not as it should be, those of its sso-session included.
  package func valueFaults(
    of chain: RoleChain, environment: [String: String], limits: Limits
  ) -> [PlacedFault] {
    var faults = chain.profiles.compactMap { profile($0) }
      .flatMap { valueFaults(of: $0, environment, limits) }
      .filter { !$0.isRegion(ofOtherThan: chain.profile) }
    if case .sso(let source) = chain.base,
      let session = ssoSessions.first(where: { $0.name == source.login.session })
    {
      faults += valueFaults(of: session, environment)
    }
    return faults
  }
}

extension RoleChain {
  /// The profiles that it goes through, its own first, each once.
  var profiles: [String] {
    var seen: Set<String> = []
    return ([profile] + hops.reversed().map(\.profile) + [base.profile]).compactMap(\.self)
      .filter { seen.insert($0).inserted }
  }
}

extension PlacedFault {
  /// True for the region of a source profile, which nobody is asked in.
  fileprivate func isRegion(ofOtherThan profile: String?) -> Bool {
    guard case .region(.region, _, _) = fault else { return false }
    return owner != "profile '\(profile ?? "")'"
  }

  /// True where no credentials can be got with the profile.
  fileprivate func makesUnusable(_ profile: Profile) -> Bool {
    switch fault {
    case .account, .limit, .region(.ssoRegion, _, .none), .region(.ssoRegion, _, .miswritten): true
    case .region(_, _, .none), .region(_, _, .miswritten): profile.asksSTS
    case .quoted(let key): key != .durationSeconds
    case .region, .notSeconds, .device, .address, .misspelt, .foreign: false
    }
  }
}
