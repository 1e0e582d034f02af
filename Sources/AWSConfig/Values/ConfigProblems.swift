package import Accounts

/// What AWS's files have that makes entries unusable, or that is not used as it is written.
package struct ConfigProblems: Sendable {
  /// By file and line, each once.
  package private(set) var diagnostics: [Diagnostic] = []
  /// What is wrong with which profile, and the first reason.
  package private(set) var judgements: [String: Judgement] = [:]

  package struct Judgement: Sendable, Hashable {
    package var trouble: Entry.Trouble
    package var why: Diagnostic
  }

  private var seen: Set<Diagnostic> = []
  private var loops: Set<Set<String>> = []
}

extension SharedConfig {
  /// Looks at every profile and every sso-session; what only this machine or this environment lacks is no problem of
  /// the files.
  package func problems(environment: [String: String], limits: STSLimitCheck) -> ConfigProblems {
    var problems = ConfigProblems()
    var quick = self
    quick.looksForNearNames = false
    let values = ValueErrors(self, environment, limits)
    for fault in values.all { problems.add(fault.diagnostic) }
    let tooLong = longChainsByName
    for profile in profiles {
      // Of many problems not all are looked at again for the names that were perhaps meant.
      let looksAgain = problems.diagnostics.count < 200
      if let problem = quick.chainError(of: profile, tooLong, environment) {
        let named = looksAgain ? chainError(of: profile, tooLong, environment) : nil
        problems.add(named ?? problem, of: profile)
        // A chain that breaks off earlier does not come to its role.
        if let fault = profile.roleError { problems.add(fault, of: nil) }
      } else if let judgement = values.judgement(of: profile, in: quick, environment) {
        problems.judge(profile, judgement)
      }
    }
    for session in ssoSessions {
      do throws(ChainError) { _ = try login(session) } catch { problems.add(error, of: nil) }
    }
    problems.sort()
    return problems
  }
}

extension ConfigProblems {
  fileprivate mutating func judge(_ profile: Profile, _ judgement: Judgement) {
    judgements[profile.name] = judgement
  }

  fileprivate mutating func add(_ problem: ChainError, of profile: Profile?) {
    guard let diagnostic = problem.diagnostic else { return }
    if let profile { judge(profile, Judgement(trouble: .unusable, why: diagnostic)) }
    // Said once for each chain, by `longChains`.
    if case .tooManyRoles = problem { return }
    // The same circle is met by each profile that leads into it.
    if let circle = problem.circle, !loops.insert(circle).inserted { return }
    add(diagnostic)
  }

  fileprivate mutating func add(_ diagnostic: Diagnostic) {
    if seen.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }

  fileprivate mutating func sort() {
    diagnostics.sort { ($0.origin.file, $0.origin.line) < ($1.origin.file, $1.origin.line) }
  }
}

extension Profile {
  fileprivate var roleError: ChainError? {
    guard let arn = nonEmpty(.roleARN) else { return nil }
    do throws(ChainError) { try check(roleARN: arn) } catch { return error }
    return nil
  }
}

extension ChainError {
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
  ///
  /// `tooLong` has the profiles whose chains need not be followed to know that they are too long.
  private func chainError(
    of profile: Profile, _ tooLong: [String: Profile], _ environment: [String: String]
  ) -> ChainError? {
    if let last = tooLong[profile.name] { return .tooManyRoles(profile: profile, last: last) }
    if let circle = profile.inclusion.first?.circle {
      return .inclusionLoop(circle, profile.place(of: .includeProfile))
    }
    guard profile.kind != nil else {
      return profile.seemsIncomplete ? .noCredentials(profile: profile) : nil
    }
    do throws(ChainError) {
      _ = try chain(for: profile.name, environment: environment)
      if profile.has(.services) {
        _ = try callSettings(profile: profile.name, service: "sts", environment: environment)
      }
      return nil
    } catch {
      return error.origin == nil ? nil : error
    }
  }
}

/// The faults of values in all profiles and sso-sessions, and which entries they concern.
struct ValueErrors {
  private(set) var all: [PlacedValueError] = []
  private var ofProfiles: [String: [PlacedValueError]] = [:]
  private var ofSessions: [String: [PlacedValueError]] = [:]

  init(_ shared: SharedConfig, _ environment: [String: String], _ limits: STSLimitCheck) {
    for profile in shared.profiles {
      let faults = shared.valueErrors(of: profile, environment, limits)
      if !faults.isEmpty { ofProfiles[profile.name] = faults }
      all += faults
    }
    for session in shared.ssoSessions {
      let faults = session.valueErrors
      if !faults.isEmpty { ofSessions[session.name] = faults }
      all += faults
    }
  }

  /// What the faults on the way to a profile's credentials come to; nil where there are none.
  func judgement(
    of profile: Profile, in shared: SharedConfig, _ environment: [String: String]
  ) -> ConfigProblems.Judgement? {
    guard !all.isEmpty else { return nil }
    guard profile.kind != nil,
      let chain = try? shared.chain(for: profile.name, environment: environment)
    else { return ofProfiles[profile.name]?.first.map { judgement($0, .doubtful) } }
    var faults = chain.profiles.flatMap { name in
      (ofProfiles[name] ?? []).filter { name == profile.name || !$0.isOfSelectedAlone }
    }
    if case .sso(let source) = chain.base, let session = source.login.session {
      faults += ofSessions[session] ?? []
    }
    if let fault = faults.first(where: { $0.makesUnusable(profile) }) {
      return judgement(fault, .unusable)
    }
    return faults.first.map { judgement($0, .doubtful) }
  }

  private func judgement(_ fault: PlacedValueError, _ trouble: Entry.Trouble)
    -> ConfigProblems.Judgement
  {
    ConfigProblems.Judgement(trouble: trouble, why: fault.diagnostic)
  }
}

extension PlacedValueError {
  /// True for the region, which counts only for the profile that is switched to.
  fileprivate var isOfSelectedAlone: Bool {
    if case .region(.region, _, _) = fault { true } else { false }
  }

  /// True where no credentials can be got with the profile whose chain has the fault.
  fileprivate func makesUnusable(_ profile: Profile) -> Bool {
    switch fault {
    case .account, .limit, .region(.ssoRegion, _, .unknown), .region(.ssoRegion, _, .miswritten):
      true
    case .region(_, _, .unknown), .region(_, _, .miswritten): profile.asksSTS
    case .quoted(let key): key != .durationSeconds
    case .region, .notSeconds, .device, .address, .misspelt, .foreign, .missingInclusion: false
    }
  }
}
