/// A role assumed with a token that an identity provider keeps in a file.
package struct WebIdentitySource: Sendable, Hashable {
  /// nil where the environment alone says it.
  package var profile: String?
  package var roleARN: String
  package var roleSessionName: String?
  /// As configured; it is read anew each time.
  package var tokenFile: String
  package var durationSeconds: Int?
  /// A choice's session policies; AWSConfig itself sets none.
  package var policyARNs: [String] = []
  package var policy: String?

  package init(
    profile: String? = nil, roleARN: String, roleSessionName: String? = nil, tokenFile: String,
    durationSeconds: Int? = nil, policyARNs: [String] = [], policy: String? = nil
  ) {
    self.profile = profile
    self.roleARN = roleARN
    self.roleSessionName = roleSessionName
    self.tokenFile = tokenFile
    self.durationSeconds = durationSeconds
    self.policyARNs = policyARNs
    self.policy = policy
  }
}
