/// The metadata service of this EC2 instance.
package struct MetadataSource: Sendable, Hashable {
  package var profile: String?
  /// The URL without a slash at its end, like `http://169.254.169.254`.
  package var endpoint: String
  package var allowsVersion1: Bool
  package var timeoutSeconds: Int
  package var attempts: Int

  package init(
    profile: String? = nil, endpoint: String, allowsVersion1: Bool, timeoutSeconds: Int,
    attempts: Int
  ) {
    self.profile = profile
    self.endpoint = endpoint
    self.allowsVersion1 = allowsVersion1
    self.timeoutSeconds = timeoutSeconds
    self.attempts = attempts
  }
}

extension MetadataSource {
  /// The service for `profile`'s credential_source.
  ///
  /// The environment and the selected profile configure how to reach it. Throws `ChainError` if it
  /// is disabled, or if its address or mode is not valid.
  init(
    profile: Profile, environment: [String: String], selected: Profile
  ) throws(ChainError) {
    let lookup = SettingLookup(environment: environment, profile: selected)
    if lookup.variable("AWS_EC2_METADATA_DISABLED")?.lowercased() == "true" {
      throw .metadataDisabled(profile: profile)
    }
    // A minute is more than a whole chain may take; larger numbers are reduced and not an error.
    func number(_ variable: String, _ key: KnownKey) -> Int {
      lookup.text(variable, key).flatMap { Int($0) }.map { min(max($0, 1), 60) } ?? 1
    }
    self.init(
      profile: profile.name, endpoint: try lookup.metadataEndpoint(),
      allowsVersion1: !lookup.flag("AWS_EC2_METADATA_V1_DISABLED", .metadataV1Disabled),
      timeoutSeconds: number("AWS_METADATA_SERVICE_TIMEOUT", .metadataTimeout),
      attempts: number("AWS_METADATA_SERVICE_NUM_ATTEMPTS", .metadataAttempts))
  }
}

extension SettingLookup {
  /// The configured address, or the address of the mode: IPv4 by default, or IPv6.
  fileprivate func metadataEndpoint() throws(ChainError) -> String {
    if let url = text("AWS_EC2_METADATA_SERVICE_ENDPOINT", .metadataEndpoint) {
      guard HTTPAddress(url) != nil else { throw .badMetadataEndpoint(url) }
      return String(url.reversed().drop { $0 == "/" }.reversed())
    }
    return try isIPv6() ? "http://[fd00:ec2::254]" : "http://169.254.169.254"
  }

  private func isIPv6() throws(ChainError) -> Bool {
    let mode = text("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", .metadataEndpointMode)
    switch mode?.lowercased() {
    case "ipv4": return false
    case "ipv6": return true
    case nil: return flag("AWS_IMDS_USE_IPV6", .metadataUseIPv6)
    default: throw .badMetadataMode(mode ?? "")
    }
  }
}
