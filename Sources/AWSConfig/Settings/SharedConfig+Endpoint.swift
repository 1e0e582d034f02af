import Accounts

extension SharedConfig {
  /// The URL configured for a service: its own variable, the variable for all, the profile's services
  /// section, the profile's `endpoint_url`, in that order.
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
