import Accounts

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
