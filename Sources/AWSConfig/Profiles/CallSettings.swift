/// The settings for calls to AWS for a profile: the region, the endpoint and its certificates.
package struct CallSettings: Sendable, Hashable {
  /// The AWS CLI's region; nil if neither the environment nor the selected profile has one.
  package var region: String?
  /// Where the region is set, at the beginning of a sentence; nil if it is not set.
  package var regionSource: String?
  /// The configured URL of the service.
  package var endpointURL: String?
  package var useFIPS = false
  package var useDualStack = false
  /// The path of a PEM file with certificates to trust instead of the system's certificates.
  package var caBundle: String?
  /// The maximum number of attempts for each request, including the first.
  package var maxAttempts: Int?

  package init(region: String? = nil, endpointURL: String? = nil) {
    self.region = region
    self.endpointURL = endpointURL
  }
}

extension SharedConfig {
  /// The settings for calls to a service (`sts`, `sso`, `sso_oidc`, `signin`, `iam`,
  /// `organizations`).
  ///
  /// Without a service the configured URL is neither read nor checked. Only the selected profile
  /// counts, not its source profiles; nil uses the profile that the environment selects. Throws
  /// `ChainError` if that profile or its services section does not exist.
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

/// Reads settings from the environment, or else from the selected profile; empty means not set.
struct SettingLookup {
  let environment: [String: String]
  let profile: Profile?

  func variable(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  func text(_ variable: String, _ key: KnownKey) -> String? {
    self.variable(variable) ?? profile?.nonEmpty(key)
  }

  /// True for `true` in upper or lower case, as in the AWS CLI.
  func flag(_ variable: String, _ key: KnownKey) -> Bool {
    text(variable, key)?.lowercased() == "true"
  }

  /// The AWS CLI's region.
  ///
  /// In a Switchback shell the two variables are ignored, since Switchback set them for its entry.
  var region: String? {
    if variable("SWITCHBACK_ENTRY") != nil { return profile?.nonEmpty(.region) }
    return variable("AWS_REGION") ?? text("AWS_DEFAULT_REGION", .region)
  }

  /// Where the region is set, at the beginning of a sentence.
  var regionSource: String? {
    let variables = variable("SWITCHBACK_ENTRY") != nil ? [] : ["AWS_REGION", "AWS_DEFAULT_REGION"]
    return variables.first { variable($0) != nil }
      ?? profile.map { "The region of profile \($0.named(at: .region))" }
  }
}

extension SharedConfig {
  /// The configured URL of a service.
  ///
  /// The order is: the service's variable, the variable for all services, the profile's services
  /// section, the profile's `endpoint_url`.
  func endpointURL(
    _ service: String, _ lookup: SettingLookup
  ) throws(ChainError) -> String? {
    if lookup.flag("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", .ignoreConfiguredEndpointURLs) {
      return nil
    }
    let service = String(service.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 })
    if let url = lookup.variable("AWS_ENDPOINT_URL_" + service.uppercased())
      ?? lookup.variable("AWS_ENDPOINT_URL")
    {
      return url
    }
    guard let profile = lookup.profile else { return nil }
    return try servicesURL(service, profile) ?? profile.nonEmpty(.endpointURL)
  }

  private func servicesURL(_ service: String, _ profile: Profile) throws(ChainError) -> String? {
    guard let name = profile.text(.services) else { return nil }
    guard let section = services.first(where: { $0.name == name }) else {
      throw .noSuchServices(name, profile: profile, hint(for: name, .services))
    }
    guard case .block(let block) = section.properties.value(.other(service)),
      case .text(let url) = block.value(.other("endpoint_url")), !url.isEmpty
    else { return nil }
    return url
  }
}
