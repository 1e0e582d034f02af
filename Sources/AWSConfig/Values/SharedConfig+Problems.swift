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
    for session in shared.ssoSessions { add(session, of: shared) }
    doubtful.subtract(unusable)
    diagnostics.sort { ($0.origin.file, $0.origin.line) < ($1.origin.file, $1.origin.line) }
  }

  private mutating func add(_ session: Section, of shared: SharedConfig) {
    for fault in session.valueFaults { add(fault.diagnostic) }
    do throws(ChainProblem) { _ = try shared.login(session) } catch { add(error) }
  }

  private mutating func add(_ problem: ChainProblem) {
    // The same circle is met by each profile that leads into it.
    if let circle = problem.circle, !loops.insert(circle).inserted { return }
    if let diagnostic = problem.diagnostic { add(diagnostic) }
  }

  private mutating func add(_ diagnostic: Diagnostic) {
    if seen.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }
}

extension ChainProblem {
  /// The names that lead back to each other.
  fileprivate var circle: Set<String>? {
    switch self {
    case .loop(let visited, _), .inclusionLoop(let visited, _):
      Set(visited.drop { $0 != visited.last })
    default: nil
    }
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
    let lookup = SettingLookup(environment: environment, profile: profile)
    let faults = profile.valueFaults(asksAWS: !hasOwnEndpoint("sts", lookup), limits)
    guard let missing = profile.inclusion.first?.missing, missing.by == profile.name else {
      return faults
    }
    let fault = ValueFault.missingInclusion(missing.name, hint(for: missing.name, .profile))
    return faults + [profile.placed(fault, at: profile.place(of: .includeProfile))]
  }

  /// True where a service is asked at an address that the user has configured.
  private func hasOwnEndpoint(_ service: String, _ lookup: SettingLookup) -> Bool {
    // A services section that is not there is somebody else's complaint.
    (try? endpointURL(service, lookup)).flatMap(\.self) != nil
  }

  /// What of the values that a chain is made of is not as it should be, those of its sso-session included.
  package func valueFaults(
    of chain: RoleChain, environment: [String: String], limits: Limits
  ) -> [PlacedFault] {
    var faults = chain.profiles.compactMap { profile($0) }
      .flatMap { valueFaults(of: $0, environment, limits) }
      .filter { !$0.isRegion(ofOtherThan: chain.profile) }
    guard case .sso(let source) = chain.base else { return faults }
    if let session = ssoSessions.first(where: { $0.name == source.login.session }) {
      faults += session.valueFaults
    }
    let selected = chain.profile.flatMap { profile($0) }
    let lookup = SettingLookup(environment: environment, profile: selected)
    // What answers elsewhere may have other accounts and regions than AWS.
    return hasOwnEndpoint("sso", lookup) ? faults.filter { !$0.isOfIdentityCenter } : faults
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

  /// True for an account, or a region, that Identity Center of AWS cannot have.
  fileprivate var isOfIdentityCenter: Bool {
    switch fault {
    case .account, .region(.ssoRegion, _, _): true
    default: false
    }
  }

  /// True where no credentials can be got with the profile.
  fileprivate func makesUnusable(_ profile: Profile) -> Bool {
    switch fault {
    case .account, .limit, .region(.ssoRegion, _, .none), .region(.ssoRegion, _, .miswritten): true
    case .region(_, _, .none), .region(_, _, .miswritten): profile.asksSTS
    case .quoted(let key): key != .durationSeconds
    case .region, .notSeconds, .device, .address, .misspelt, .foreign, .missingInclusion: false
    }
  }
}
