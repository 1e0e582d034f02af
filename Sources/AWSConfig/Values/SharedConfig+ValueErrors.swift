import Accounts

extension SharedConfig {
  /// What of a profile's values is not as it should be.
  func valueErrors(
    of profile: Profile, _ environment: [String: String], _ limits: STSLimitCheck
  ) -> [PlacedValueError] {
    let lookup = SettingLookup(environment: environment, profile: profile)
    let faults = profile.valueErrors(asksAWS: { !hasOwnEndpoint("sts", lookup) }, limits)
    guard let missing = profile.inclusion.first?.missing, missing.by == profile.name else {
      return faults
    }
    let fault = ValueError.missingInclusion(missing.name, hint(for: missing.name, .profile))
    return faults + [profile.placed(fault, at: profile.place(of: .includeProfile))]
  }

  /// True where a service is asked at an address that the user has configured.
  private func hasOwnEndpoint(_ service: String, _ lookup: SettingLookup) -> Bool {
    // A services section that is not there is somebody else's complaint.
    (try? endpointURL(service, lookup)).flatMap(\.self) != nil
  }

  /// What of the section that a login is made of is not as it should be.
  package func valueErrors(
    of login: SSOLogin, environment: [String: String]
  ) -> [PlacedValueError] {
    let session = login.session.flatMap { name in ssoSessions.first { $0.name == name } }
    let faults = session?.valueErrors ?? []
    let lookup = SettingLookup(environment: environment, profile: nil)
    return hasOwnEndpoint("sso_oidc", lookup)
      ? faults.filter { !$0.isOfIdentityCenter } : faults
  }

  /// What of the values that a chain is made of is not as it should be, those of its sso-session included.
  package func valueErrors(
    of chain: RoleChain, environment: [String: String], limits: STSLimitCheck
  ) -> [PlacedValueError] {
    var faults = chain.profiles.compactMap { profile($0) }
      .flatMap { valueErrors(of: $0, environment, limits) }
      .filter { !$0.isRegion(ofOtherThan: chain.profile) }
    guard case .sso(let source) = chain.base else { return faults }
    if let session = ssoSessions.first(where: { $0.name == source.login.session }) {
      faults += session.valueErrors
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

extension PlacedValueError {
  /// True for the region of a source profile, in which AWS is not called.
  fileprivate func isRegion(ofOtherThan profile: String?) -> Bool {
    guard case .region(.region, _, _) = fault else { return false }
    return owner != "profile '\(profile ?? "")'"
  }

  /// True for an account, or a region, that Identity Center of AWS cannot have.
  fileprivate var isOfIdentityCenter: Bool {
    switch fault {
    case .account, .region(.ssoRegion, _, _): true
    case .region, .limit, .quoted, .notSeconds, .device, .address, .misspelt, .foreign,
      .missingInclusion:
      false
    }
  }
}

extension Section {
  /// An sso-session's values that their keys do not allow, and its unknown keys, in file order.
  var valueErrors: [PlacedValueError] {
    let checked: [(ValueError, KnownKey)?] = [
      startURL.flatMap { text in
        text.withoutQuotes != nil
          ? (.quoted(.ssoStartURL), .ssoStartURL)
          : HTTPAddress(text) == nil ? (.address(.ssoStartURL, text), .ssoStartURL) : nil
      },
      regionError,
    ]
    let unread = properties.misspeltKeys.map { written, meant in
      placed(.misspelt(written.key.text, meant), line: written.line)
    }
    return checked.compactMap(\.self).map { placed($0, line: line(of: $1)) } + unread
  }

  private var startURL: String? { nonEmpty(.ssoStartURL) }

  private var regionError: (ValueError, KnownKey)? {
    guard let text = nonEmpty(.ssoRegion) else { return nil }
    let region = RegionName(text)
    return region == .usable ? nil : (.region(.ssoRegion, text, region), .ssoRegion)
  }

  private func nonEmpty(_ key: KnownKey) -> String? {
    properties.text(key).flatMap { $0.isEmpty ? nil : $0 }
  }

  private func line(of key: KnownKey) -> Int {
    properties.all.first { $0.key == .known(key) }?.line ?? origin.line
  }

  private func placed(_ fault: ValueError, line: Int) -> PlacedValueError {
    PlacedValueError(
      owner: "[sso-session \(name)]", origin: Origin(file: origin.file, line: line), fault: fault)
  }
}
