package import AWSConfig

/// A role's place in the AWS CLI's cache: the file's name is a digest of what the CLI asks AWS with.
package struct RoleCacheEntry: Sendable, Hashable {
  package let file: String
  /// The account that the credentials must be of, where what is asked names one.
  let accountID: String?
  /// True for credentials of Identity Center, which `aws sso logout` looks for.
  let isSSO: Bool

  private init(_ key: [String: JSONValue], spaced: Bool, accountID: String?) {
    file = sha1(pythonJSON(.object(key), spaced: spaced)) + ".json"
    self.accountID = accountID
    isSSO = !spaced
  }
}

extension RoleCacheEntry {
  /// The place of an assumed role; nil where more is asked than the CLI's digest tells.
  package init?(_ hop: RoleHop) {
    guard hop.sourceIdentity == nil, hop.tags.isEmpty, hop.policyARNs.isEmpty else { return nil }
    var key: [String: JSONValue] = ["RoleArn": .string(hop.roleARN)]
    key["RoleSessionName"] = hop.roleSessionName.map(JSONValue.string)
    key["ExternalId"] = hop.externalID.map(JSONValue.string)
    key["SerialNumber"] = hop.mfaSerial.map(JSONValue.string)
    key["DurationSeconds"] = hop.durationSeconds.map(JSONValue.int)
    if let policy = hop.policy {
      guard let parsed = JSONValue(Array(policy.utf8)) else { return nil }
      key["Policy"] = parsed
    }
    self.init(key, spaced: true, accountID: hop.accountID)
  }

  /// The place of credentials that no hop follows; nil where the CLI keeps none of that kind.
  package init?(_ base: CredentialSource) {
    switch base {
    case .webIdentity(let source): self.init(source)
    case .sso(let source): self.init(source)
    default: return nil
    }
  }

  private init?(_ source: WebIdentitySource) {
    guard source.durationSeconds == nil, source.policyARNs.isEmpty, source.policy == nil else {
      return nil
    }
    var key: [String: JSONValue] = ["RoleArn": .string(source.roleARN)]
    key["RoleSessionName"] = source.roleSessionName.map(JSONValue.string)
    self.init(key, spaced: true, accountID: account(of: source.roleARN))
  }

  private init(_ source: SSOSource) {
    var key: [String: JSONValue] = [
      "accountId": .string(source.accountID), "roleName": .string(source.roleName),
    ]
    if let session = source.login.session {
      key["sessionName"] = .string(session)
    } else {
      key["startUrl"] = .string(source.login.startURL)
    }
    self.init(key, spaced: false, accountID: source.accountID)
  }
}
