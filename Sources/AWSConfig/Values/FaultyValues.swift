import Accounts

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
