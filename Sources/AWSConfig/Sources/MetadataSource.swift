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
