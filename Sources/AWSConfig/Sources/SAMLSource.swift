/// A role assumed with the assertion of a SAML identity provider.
package struct SAMLSource: Sendable, Hashable {
  package enum Assertion: Sendable, Hashable {
    case file(String)
    /// A command, split as `credential_process` is, that prints the assertion.
    case process(command: String, words: [String])
    case standardInput
  }

  package var profile: String
  package var roleARN: String
  /// nil: the one that the assertion names beside the role.
  package var principalARN: String?
  package var assertion: Assertion
  package var durationSeconds: Int?
  /// A choice's session policies; AWSConfig itself sets none.
  package var policyARNs: [String] = []
  package var policy: String?

  package init(
    profile: String, roleARN: String, principalARN: String? = nil, assertion: Assertion,
    durationSeconds: Int? = nil, policyARNs: [String] = [], policy: String? = nil
  ) {
    self.profile = profile
    self.roleARN = roleARN
    self.principalARN = principalARN
    self.assertion = assertion
    self.durationSeconds = durationSeconds
    self.policyARNs = policyARNs
    self.policy = policy
  }
}
