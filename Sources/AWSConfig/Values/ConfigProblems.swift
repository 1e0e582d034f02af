package import Accounts

/// The problems in AWS's files: entries that cannot be used, and values that are not used as
/// written.
package struct ConfigProblems: Sendable {
  /// In order of file and line, each once.
  package private(set) var diagnostics: [Diagnostic] = []
  /// Whether a profile can be used, and the first reason, by profile name.
  package private(set) var judgements: [String: Judgement] = [:]

  package struct Judgement: Sendable, Hashable {
    package var trouble: Entry.Trouble
    package var why: Diagnostic
  }

  private var seen: Set<Diagnostic> = []
  private var loops: Set<Set<String>> = []
}

extension SharedConfig {
  /// The problems of all profiles and sso-sessions.
  ///
  /// Conditions that only this machine or this environment lacks are not problems of the files.
  package func problems(environment: [String: String], limits: STSLimitCheck) -> ConfigProblems {
    var problems = ConfigProblems()
    var quick = self
    quick.looksForNearNames = false
    let values = ValueErrors(self, environment, limits)
    for error in values.all { problems.add(error.diagnostic) }
    let tooLong = longChainsByName
    for profile in profiles {
      // With many problems, similar names are no longer suggested.
      let looksAgain = problems.diagnostics.count < 200
      if let error = quick.chainError(of: profile, tooLong, environment) {
        let named = looksAgain ? chainError(of: profile, tooLong, environment) : nil
        problems.add(named ?? error, of: profile)
        // A chain that fails earlier does not check its role.
        if let error = profile.roleError { problems.add(error, of: nil) }
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

  fileprivate mutating func add(_ error: ChainError, of profile: Profile?) {
    guard let diagnostic = error.diagnostic else { return }
    if let profile { judge(profile, Judgement(trouble: .unusable, why: diagnostic)) }
    // Reported once for each chain, by `longChains`.
    if case .tooManyRoles = error { return }
    // Every profile that leads into a loop reports it.
    if let circle = error.circle, !loops.insert(circle).inserted { return }
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
  /// The names in a loop; nil for other errors.
  fileprivate var circle: Set<String>? {
    let visited: [String]? =
      if case .loop(let names, _) = self {
        names
      } else if case .inclusionLoop(let names, _) = self {
        names
      } else {
        nil
      }
    return visited.map { names in Set(names.drop { $0 != names.last }) }
  }
}

extension SharedConfig {
  /// Why a profile that was meant to have credentials has none; nil if the files are not the cause.
  ///
  /// `tooLong` has the profiles whose chains are known to be too long.
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

/// The errors of values in all profiles and sso-sessions, and the entries that they concern.
struct ValueErrors {
  private(set) var all: [PlacedValueError] = []
  private var ofProfiles: [String: [PlacedValueError]] = [:]
  private var ofSessions: [String: [PlacedValueError]] = [:]

  init(_ shared: SharedConfig, _ environment: [String: String], _ limits: STSLimitCheck) {
    for profile in shared.profiles {
      let errors = shared.valueErrors(of: profile, environment, limits)
      if !errors.isEmpty { ofProfiles[profile.name] = errors }
      all += errors
    }
    for session in shared.ssoSessions {
      let errors = session.valueErrors
      if !errors.isEmpty { ofSessions[session.name] = errors }
      all += errors
    }
  }

  /// The effect of the errors in a profile's chain; nil if there are none.
  func judgement(
    of profile: Profile, in shared: SharedConfig, _ environment: [String: String]
  ) -> ConfigProblems.Judgement? {
    guard !all.isEmpty else { return nil }
    guard profile.kind != nil,
      let chain = try? shared.chain(for: profile.name, environment: environment)
    else { return ofProfiles[profile.name]?.first.map { judgement($0, .doubtful) } }
    var errors = chain.profiles.flatMap { name in
      (ofProfiles[name] ?? []).filter { name == profile.name || !$0.isOfSelectedAlone }
    }
    if case .sso(let source) = chain.base, let session = source.login.session {
      errors += ofSessions[session] ?? []
    }
    if let error = errors.first(where: { $0.makesUnusable(profile) }) {
      return judgement(error, .unusable)
    }
    return errors.first.map { judgement($0, .doubtful) }
  }

  private func judgement(_ error: PlacedValueError, _ trouble: Entry.Trouble)
    -> ConfigProblems.Judgement
  {
    ConfigProblems.Judgement(trouble: trouble, why: error.diagnostic)
  }
}

extension PlacedValueError {
  /// True for the region, which is used only if the profile is the selected one.
  fileprivate var isOfSelectedAlone: Bool {
    if case .region(.region, _, _) = error { true } else { false }
  }

  /// True if a profile whose chain has the error cannot get credentials.
  fileprivate func makesUnusable(_ profile: Profile) -> Bool {
    switch error {
    case .account, .limit, .region(.ssoRegion, _, .unknown), .region(.ssoRegion, _, .miswritten):
      true
    case .region(_, _, .unknown), .region(_, _, .miswritten): profile.asksSTS
    case .quoted(let key): key != .durationSeconds
    case .region, .notSeconds, .device, .address, .misspelt, .foreign, .missingInclusion: false
    }
  }
}
