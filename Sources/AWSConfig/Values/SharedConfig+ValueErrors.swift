import Accounts

extension SharedConfig {
  /// The errors in a profile's values.
  func valueErrors(
    of profile: Profile, _ environment: [String: String], _ limits: STSLimitCheck
  ) -> [PlacedValueError] {
    let lookup = SettingLookup(environment: environment, profile: profile)
    let errors = profile.valueErrors(asksAWS: { !hasOwnEndpoint("sts", lookup) }, limits)
    guard let missing = profile.inclusion.first?.missing, missing.by == profile.name else {
      return errors
    }
    let error = ValueError.missingInclusion(missing.name, hint(for: missing.name, .profile))
    return errors + [profile.placed(error, at: profile.place(of: .includeProfile))]
  }

  /// True if a service has a configured endpoint.
  private func hasOwnEndpoint(_ service: String, _ lookup: SettingLookup) -> Bool {
    // A missing services section is reported elsewhere.
    (try? endpointURL(service, lookup)).flatMap(\.self) != nil
  }

  /// The errors in the values of a login's section.
  package func valueErrors(
    of login: SSOLogin, environment: [String: String]
  ) -> [PlacedValueError] {
    let session = login.session.flatMap { name in ssoSessions.first { $0.name == name } }
    let errors = session?.valueErrors ?? []
    let lookup = SettingLookup(environment: environment, profile: nil)
    return hasOwnEndpoint("sso_oidc", lookup)
      ? errors.filter { !$0.isOfIdentityCenter } : errors
  }

  /// The errors in the values of a chain, including those of its sso-session.
  package func valueErrors(
    of chain: RoleChain, environment: [String: String], limits: STSLimitCheck
  ) -> [PlacedValueError] {
    var errors = chain.profiles.compactMap { profile($0) }
      .flatMap { valueErrors(of: $0, environment, limits) }
      .filter { !$0.isRegion(ofOtherThan: chain.profile) }
    guard case .sso(let source) = chain.base else { return errors }
    if let session = ssoSessions.first(where: { $0.name == source.login.session }) {
      errors += session.valueErrors
    }
    let selected = chain.profile.flatMap { profile($0) }
    let lookup = SettingLookup(environment: environment, profile: selected)
    // The server at another endpoint may have other accounts and regions than AWS.
    return hasOwnEndpoint("sso", lookup) ? errors.filter { !$0.isOfIdentityCenter } : errors
  }
}

extension RoleChain {
  /// The profiles of the chain, its own first, each once.
  var profiles: [String] {
    var seen: Set<String> = []
    return ([profile] + hops.reversed().map(\.profile) + [base.profile]).compactMap(\.self)
      .filter { seen.insert($0).inserted }
  }
}

extension PlacedValueError {
  /// True for the region of a source profile, which is not used.
  fileprivate func isRegion(ofOtherThan profile: String?) -> Bool {
    guard case .region(.region, _, _) = error else { return false }
    return owner != "profile '\(profile ?? "")'"
  }

  /// True for an account or a region that AWS's own Identity Center cannot have.
  fileprivate var isOfIdentityCenter: Bool {
    switch error {
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

  private func placed(_ error: ValueError, line: Int) -> PlacedValueError {
    PlacedValueError(
      owner: "[sso-session \(name)]", origin: Origin(file: origin.file, line: line), error: error)
  }
}
