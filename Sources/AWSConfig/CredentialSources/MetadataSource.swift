/// The metadata service of the EC2 instance that this runs on.
package struct MetadataSource: Sendable, Hashable {
  package var profile: String?
  /// Such as `http://169.254.169.254`, without a slash at its end.
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
  /// The service that `profile`'s credential_source names, reached as the environment and the selected profile say.
  ///
  /// Throws `ChainError` where it is switched off, or where its address or mode is none.
  init(
    profile: Profile, environment: [String: String], selected: Profile
  ) throws(ChainError) {
    let lookup = SettingLookup(environment: environment, profile: selected)
    if lookup.variable("AWS_EC2_METADATA_DISABLED")?.lowercased() == "true" {
      throw .metadataDisabled(profile: profile)
    }
    // A minute is more than a whole chain may take, and a number beyond reason is no reason to stop.
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
  /// A configured address, else that of the mode: version 4 of the internet protocol unless 6 is asked for.
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
