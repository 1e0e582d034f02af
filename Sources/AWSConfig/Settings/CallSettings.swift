/// How AWS is called for a profile: the region, and what changes the address or the trust in it.
package struct CallSettings: Sendable, Hashable {
  /// As the AWS CLI finds it; nil where neither the environment nor the selected profile has one.
  package var region: String?
  /// Who says so, to begin a sentence with; nil where nothing does.
  package var regionSource: String?
  /// The URL that the user has configured for the service.
  package var endpointURL: String?
  package var useFIPS = false
  package var useDualStack = false
  /// The path of a PEM file to trust instead of the system's.
  package var caBundle: String?
  /// Calls tried for each request, the first included.
  package var maxAttempts: Int?

  package init(region: String? = nil, endpointURL: String? = nil) {
    self.region = region
    self.endpointURL = endpointURL
  }
}

extension SharedConfig {
  /// The settings for calls to a service (`sts`, `sso`, `sso_oidc`, `signin`, `iam`, `organizations`).
  ///
  /// Without a service there is no configured URL among them, and no fault of one. Only the selected profile
  /// counts, never a source profile of it; nil selects as the environment does.
  /// Throws `ChainError` where that profile or its services section does not exist.
  package func callSettings(
    profile: String?, service: String?, environment: [String: String]
  ) throws(ChainError) -> CallSettings {
    let profile: Profile? =
      if let profile { try existingProfile(profile) } else {
        try chosenProfile(environment: environment)
      }
    let lookup = SettingLookup(environment: environment, profile: profile)
    var settings = CallSettings(region: lookup.region)
    settings.regionSource = lookup.regionSource
    if let service { settings.endpointURL = try endpointURL(service, lookup) }
    settings.useFIPS = lookup.flag("AWS_USE_FIPS_ENDPOINT", .useFIPSEndpoint)
    settings.useDualStack = lookup.flag("AWS_USE_DUALSTACK_ENDPOINT", .useDualStackEndpoint)
    settings.caBundle = lookup.text("AWS_CA_BUNDLE", .caBundle)
    settings.maxAttempts = lookup.text("AWS_MAX_ATTEMPTS", .maxAttempts).flatMap { Int($0) }
    return settings
  }
}
