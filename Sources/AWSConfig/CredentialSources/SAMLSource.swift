import Accounts

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

extension SAMLSource {
  /// The source that a profile describes; throws `ChainError` where it lacks or contradicts something.
  init(_ profile: Profile) throws(ChainError) {
    for key in [KnownKey.sourceProfile, .credentialSource] where profile.has(key) {
      throw .samlWithSource(key, profile: profile)
    }
    guard let roleARN = profile.text(.roleARN) else { throw .samlWithoutRole(profile: profile) }
    try profile.check(roleARN: roleARN)
    self.init(
      profile: profile.name, roleARN: roleARN, principalARN: try profile.samlPrincipal(),
      assertion: try profile.samlAssertion(), durationSeconds: profile.durationSeconds)
  }
}

extension Profile {
  /// True where the profile is a role that a SAML assertion opens.
  var hasSAML: Bool {
    has(.samlAssertionFile) || has(.samlAssertionProcess)
  }

  fileprivate func samlAssertion() throws(ChainError) -> SAMLSource.Assertion {
    switch (text(.samlAssertionFile), text(.samlAssertionProcess)) {
    case (_?, _?): throw .samlTwice(profile: self)
    case (let file?, nil):
      guard !file.isEmpty else { throw .empty(.samlAssertionFile, profile: self) }
      return file == "-" ? .standardInput : .file(file)
    case (nil, _):
      let command = try command(.samlAssertionProcess)
      return .process(command: command.text, words: command.words)
    }
  }

  fileprivate func samlPrincipal() throws(ChainError) -> String? {
    guard let text = text(.samlPrincipalARN) else { return nil }
    guard let arn = try? ARN(text), arn.isSAMLProvider else {
      throw .notASAMLProvider(text, profile: self)
    }
    return text
  }
}

extension ARN {
  fileprivate var isSAMLProvider: Bool {
    let prefix = "saml-provider/"
    return service == "iam" && Self.isAccountID(accountID) && resource.hasPrefix(prefix)
      && resource.count > prefix.count
  }
}
