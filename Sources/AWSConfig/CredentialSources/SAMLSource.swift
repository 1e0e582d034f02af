import Accounts

/// A role that is assumed with an assertion from a SAML identity provider.
package struct SAMLSource: Sendable, Hashable {
  package enum Assertion: Sendable, Hashable {
    case file(String)
    /// A command that prints the assertion; it is split like `credential_process`.
    case process(command: String, words: [String])
    case standardInput
  }

  package var profile: String
  package var roleARN: String
  /// The provider's ARN; nil for the one that the assertion names with the role.
  package var principalARN: String?
  package var assertion: Assertion
  package var durationSeconds: Int?
  /// The session policies in the session options; AWSConfig itself sets none.
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
  /// The source that a profile describes; throws `ChainError` if its keys are missing or
  /// contradictory.
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
  /// True if the profile is a role that is assumed with a SAML assertion.
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
