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
